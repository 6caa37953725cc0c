package dev.orderflow.messaging.relay;

import dev.orderflow.messaging.journal.Cause;
import java.time.Instant;
import java.util.UUID;

/** One row of the journal as the relay reads it, personal fields joined in. */
record JournalRow(
        long position,
        UUID eventId,
        String topic,
        String key,
        long version,
        String type,
        int dataVersion,
        String payload,
        Cause cause,
        Instant recordedAt) {

    boolean isPublic() {
        return topic != null;
    }

    /** The same, from here on in this span. */
    JournalRow inTrace(String span) {
        var now = cause.inTrace(span);
        return now == cause
                ? this
                : new JournalRow(position, eventId, topic, key, version, type, dataVersion, payload, now, recordedAt);
    }
}
