package dev.orderflow.platform.admin;

import dev.orderflow.messaging.deadletter.DeadLetterFilter;
import dev.orderflow.messaging.deadletter.LetterState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which open letters to replay; what is left out is any.
 *
 * @param from stored at this time or later
 * @param to stored before this time
 */
@RegisterForReflection
@Schema(name = "DeadLetterFilter")
record LetterFilterRequest(String topic, String type, String key, String errorType, Instant from, Instant to) {

    DeadLetterFilter filter() {
        return new DeadLetterFilter(LetterState.OPEN, topic, type, key, errorType, from, to);
    }
}
