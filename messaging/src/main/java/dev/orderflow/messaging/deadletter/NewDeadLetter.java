package dev.orderflow.messaging.deadletter;

import java.util.Map;
import java.util.UUID;

/**
 * A record that can't be handled now, and why. What could not be read is null.
 *
 * @param line where it stands (see {@link Line})
 * @param payload the bytes as they came
 * @param failure null if it only waits behind another
 * @param traceId null unless the headers hold a well-formed traceparent
 */
public record NewDeadLetter(
        UUID eventId,
        String line,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        Integer dataVersion,
        byte[] payload,
        Map<String, String> headers,
        Throwable failure,
        String traceId) {

    /** @param stored null where nobody can tell what in it is personal */
    NewDeadLetter with(byte[] stored) {
        return new NewDeadLetter(
                eventId, line, topic, partition, offset, key, type, dataVersion, stored, headers, failure, traceId);
    }

    LetterState state() {
        return failure == null ? LetterState.WAITING : LetterState.OPEN;
    }
}
