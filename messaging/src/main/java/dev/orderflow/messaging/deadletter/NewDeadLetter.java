package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.journal.Cause;
import java.util.Map;
import java.util.UUID;

/**
 * A record that can't be handled now, and why. What could not be read is null.
 *
 * @param line where it stands (see {@link Line}); null if nothing waits for it
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

    LetterState state() {
        return failure == null ? LetterState.WAITING : LetterState.OPEN;
    }

    /** What follows from a dead letter is in the trace of its record. */
    Cause asCause() {
        return new Cause(traceId == null ? null : headers.get(Headers.TRACE_PARENT), eventId, null, null);
    }
}
