package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.journal.Cause;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An event that is to be handled.
 *
 * @param key the publisher's aggregate
 * @param payload upcast to the newest version
 * @param at when its publisher recorded it
 */
public record Delivery(
        UUID id, String type, String source, String key, Instant at, Object payload, String traceparent) {

    /** What follows from this event carries its trace and names it as its cause. */
    public Cause asCause() {
        return new Cause(traceparent, id, type, source);
    }

    Delivery inTrace(String span) {
        return Objects.equals(span, traceparent) ? this : new Delivery(id, type, source, key, at, payload, span);
    }
}
