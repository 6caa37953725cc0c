package dev.orderflow.messaging.journal;

import java.util.Objects;
import java.util.UUID;

/**
 * An event to be appended.
 *
 * @param key the aggregate's id: events of one key reach their readers in the order in which they were appended
 * @param version the aggregate's version that this event made
 * @param payload an instance of a registered event type
 */
public record NewEvent(String key, long version, Object payload) {

    public NewEvent {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(payload, "payload");
    }

    public static NewEvent of(UUID key, long version, Object payload) {
        return new NewEvent(key.toString(), version, payload);
    }
}
