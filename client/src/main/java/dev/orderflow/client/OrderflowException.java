package dev.orderflow.client;

import java.util.Optional;

/** A call without the answer that was asked for. */
public abstract sealed class OrderflowException extends RuntimeException
        permits ProblemException, NoAnswerException, UnreadableAnswerException {

    private static final long serialVersionUID = 1L;

    private final String idempotencyKey;

    OrderflowException(Request request, String what, Throwable cause) {
        super(request.operation() + ": " + what, cause);
        this.idempotencyKey = request.idempotencyKey().orElse(null);
    }

    /** What the call was sent with: the same call with the same key takes effect once at most. */
    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(idempotencyKey);
    }
}
