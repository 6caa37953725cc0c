package dev.orderflow.messaging.testing;

import dev.orderflow.messaging.journal.NewEvent;

/** The n-th tick of a counter; a counter's ticks are numbered without a hole, so that loss and disorder show. */
public record Ticked(String counter, long n) {

    public static NewEvent event(String counter, long n) {
        return new NewEvent(counter, n, new Ticked(counter, n));
    }
}
