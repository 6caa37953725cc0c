package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Which dead letters; null is any.
 *
 * @param type the event's, {@code orderflow.order.placed} for instance
 * @param from stored at this time or later
 * @param to stored before this time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterFilter(String topic, String type, String key, String errorType, Instant from, Instant to) {

    public static DeadLetterFilter all() {
        return new DeadLetterFilter(null, null, null, null, null, null);
    }

    public DeadLetterFilter of(String wantedTopic) {
        return new DeadLetterFilter(wantedTopic, type, key, errorType, from, to);
    }

    public DeadLetterFilter about(String wantedKey) {
        return new DeadLetterFilter(topic, type, wantedKey, errorType, from, to);
    }
}
