package dev.orderflow.analytics.streams;

import dev.orderflow.contracts.Event;
import java.time.Instant;

/** What a record holds. */
sealed interface Received {

    /** @param at when its owner recorded it */
    record Known(Event event, Instant at) implements Received {}

    /** @param detail for the log; quotes nothing of the event */
    record Skipped(Ignored why, String detail) implements Received {}
}
