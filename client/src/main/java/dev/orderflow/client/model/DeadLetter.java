package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event that a service could not handle, or that waits behind one.
 *
 * @param errorType absent, as the error is, for one that only waits
 * @param attempts how often it has failed
 */
public record DeadLetter(
        UUID id,
        State state,
        String topic,
        int partition,
        long offset,
        Optional<String> key,
        Optional<UUID> eventId,
        Optional<String> type,
        Optional<Integer> dataVersion,
        Optional<String> errorType,
        Optional<String> error,
        int attempts,
        Optional<String> traceId,
        Instant createdAt,
        Optional<Instant> settledAt) {

    /** Whether something is to be done about it. */
    public enum State {
        OPEN,
        WAITING,
        REPLAYED,
        DISCARDED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** Not the error, which may quote the event. */
    @Override
    public String toString() {
        return "DeadLetter[%s, %s, %s]".formatted(id, state, topic);
    }
}
