package dev.orderflow.messaging.task;

import java.time.Instant;
import java.util.UUID;

/**
 * A claimed task.
 *
 * @param id stays the same over all attempts: the natural idempotency key of the call
 * @param attempt 1 for the first; the fence: a result is recorded only while this is still the newest attempt
 * @param payload JSON, see {@link TaskHandler#payload()}
 */
public record Task(
        UUID id, String kind, String key, String payload, String traceparent, int attempt, Instant deadline) {}
