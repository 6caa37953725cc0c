package dev.orderflow.console;

/** Nothing of a call has left the console: there was no connection for it, new or free, for whatever reason. */
final class NotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSent(Throwable cause) {
        super(cause.toString(), cause, false, false);
    }
}
