package dev.orderflow.messaging.event;

/** The bytes are not the event that their headers promise; trying again can't help. */
public final class UndecodableEventException extends RuntimeException {

    public UndecodableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
