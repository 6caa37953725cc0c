package dev.orderflow.messaging.deadletter;

import java.time.Instant;

/**
 * Which dead letters; null means any.
 *
 * @param key of the record, whole
 * @param errorType simple name of the failure's class
 * @param from stored at this time or later
 * @param to stored before this time
 */
public record DeadLetterFilter(
        LetterState state, String topic, String type, String key, String errorType, Instant from, Instant to) {

    /** The same letters, of those in this state. */
    public DeadLetterFilter in(LetterState other) {
        return new DeadLetterFilter(other, topic, type, key, errorType, from, to);
    }
}
