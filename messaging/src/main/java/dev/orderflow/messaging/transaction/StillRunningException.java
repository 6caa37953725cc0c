package dev.orderflow.messaging.transaction;

import java.util.concurrent.TimeoutException;

/** Nobody waits for it any more, but it was begun, and may still be committed. */
public final class StillRunningException extends TimeoutException {

    private static final long serialVersionUID = 1L;

    StillRunningException(String message) {
        super(message);
    }
}
