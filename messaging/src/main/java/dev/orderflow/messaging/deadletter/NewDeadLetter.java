package dev.orderflow.messaging.deadletter;

import java.util.Map;
import java.util.UUID;

/**
 * A record that can't be handled, and why. What could not be read is null.
 *
 * @param payload the bytes as they came
 */
public record NewDeadLetter(
        UUID eventId,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        Integer dataVersion,
        byte[] payload,
        Map<String, String> headers,
        Throwable failure,
        String traceId) {}
