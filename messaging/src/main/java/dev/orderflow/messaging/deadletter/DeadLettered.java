package dev.orderflow.messaging.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.UUID;

/**
 * The copy of a dead letter on {@code <service>-dead-letters}, for alerting and tools: one when it is stored, one each
 * time it fails again. It holds no payload: that may be personal, and stays in the service's table.
 *
 * @param state OPEN if it failed, WAITING if it only stands behind one that did; then there is no error
 * @param attempts how often it has failed
 */
@JsonInclude(Include.NON_NULL)
public record DeadLettered(
        UUID letterId,
        UUID eventId,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        String errorType,
        String error,
        String traceId,
        LetterState state,
        Integer attempts) {}
