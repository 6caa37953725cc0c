package dev.orderflow.messaging.deadletter;

import java.util.UUID;

/** A dead letter has failed once more; the cause is why. Nothing took effect. */
public final class RedeliveryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID letter;

    RedeliveryFailedException(UUID letter, Throwable cause) {
        super("dead letter %s failed again".formatted(letter), cause);
        this.letter = letter;
    }

    public UUID letter() {
        return letter;
    }
}
