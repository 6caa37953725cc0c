package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.journal.Cause;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A stored dead letter.
 *
 * @param position grows with each letter; the letters of one line are handled in its order
 * @param line never null: a letter behind which nothing waits has a line of its own
 * @param payload the bytes as they came; null if there were none, in a list, and once it is settled; may be personal
 * @param errorType null if it never failed
 * @param attempts how often it has failed
 * @param settledAt when it was replayed or discarded, else null
 */
public record DeadLetter(
        UUID id,
        long position,
        String line,
        LetterState state,
        UUID eventId,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        Integer dataVersion,
        byte[] payload,
        Map<String, String> headers,
        String errorType,
        String error,
        int attempts,
        String traceId,
        Instant createdAt,
        Instant settledAt) {

    DeadLettered copy() {
        return new DeadLettered(
                id,
                eventId,
                topic,
                partition,
                offset,
                Storable.brief(key),
                Storable.brief(type),
                errorType,
                error,
                traceId,
                state,
                attempts);
    }

    /** What follows from a dead letter is in the trace of its record. */
    Cause asCause() {
        return new Cause(traceId == null ? null : headers.get(Headers.TRACE_PARENT), eventId, null, null);
    }
}
