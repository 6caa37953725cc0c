package dev.orderflow.messaging.event;

/** A type or version that this release has never heard of; a newer release will read it. */
public final class UnknownEventException extends RuntimeException {

    public UnknownEventException(String type, int version) {
        super("this release does not know %s version %d".formatted(type, version));
    }
}
