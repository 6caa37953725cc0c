package dev.orderflow.notification.webhook;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * One attempt. What is sent and where is read when it is made.
 *
 * @param round of the delivery; another one outdates the attempt
 */
@RegisterForReflection
public record WebhookTask(UUID delivery, UUID orderId, int round) {}
