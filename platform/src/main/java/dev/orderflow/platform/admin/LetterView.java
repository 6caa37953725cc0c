package dev.orderflow.platform.admin;

import dev.orderflow.messaging.deadletter.DeadLetter;
import dev.orderflow.messaging.deadletter.LetterState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dead letter in a list.
 *
 * @param attempts how often it has failed
 */
@RegisterForReflection
@Schema(
        name = "DeadLetter",
        requiredProperties = {"id", "state", "topic", "partition", "offset", "attempts", "createdAt"})
record LetterView(
        UUID id,
        LetterState state,
        String topic,
        int partition,
        long offset,
        String key,
        UUID eventId,
        String type,
        Integer dataVersion,

        @Schema(description = "absent for one that only waits behind another")
        String errorType,

        String error,
        int attempts,
        String traceId,
        Instant createdAt,
        Instant settledAt) {

    static LetterView of(DeadLetter letter) {
        return new LetterView(
                letter.id(),
                letter.state(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key(),
                letter.eventId(),
                letter.type(),
                letter.dataVersion(),
                letter.errorType(),
                letter.error(),
                letter.attempts(),
                letter.traceId(),
                letter.createdAt(),
                letter.settledAt());
    }
}
