package dev.orderflow.devservices.process;

/** A process could not be started, reached or stopped. The message is one line that a person can act on. */
public final class PartFailed extends RuntimeException {

    public PartFailed(String message) {
        super(message);
    }

    public PartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
