package dev.orderflow.messaging.journal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An event to be appended.
 *
 * @param key the aggregate's id: events of one key reach their readers in the order in which they were appended
 * @param version the aggregate's version that this event made
 * @param payload an instance of a registered event type
 * @param decidedAt the event's time, which the aggregate has too, so that whoever folds the journal finds what the aggregate
 *     tells; null to take the time at which the database records it
 */
public record NewEvent(String key, long version, Object payload, Instant decidedAt) {

    public NewEvent {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(payload, "payload");
    }

    public NewEvent(String key, long version, Object payload) {
        this(key, version, payload, null);
    }

    public static NewEvent of(UUID key, long version, Object payload) {
        return of(key, version, payload, null);
    }

    public static NewEvent of(UUID key, long version, Object payload, Instant decidedAt) {
        return new NewEvent(key.toString(), version, payload, decidedAt);
    }
}
