package dev.orderflow.contracts.notification;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.util.UUID;

/**
 * The customer could not be told over one channel, and it is not tried again. Published by notification, once per
 * notification and channel. Read by order, for the timeline; it never changes a saga.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param notificationId the notification
 * @param channel "EMAIL", "WEBHOOK" …; an open set
 * @param template the name of the text that was used, "order-shipped" for instance
 * @param reason what went wrong, free of addresses and text
 */
@EventType(name = "orderflow.notification.failed")
public record NotificationFailed(
        UUID orderId, String customerId, UUID notificationId, String channel, String template, String reason)
        implements NotificationEvent {

    public NotificationFailed {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(notificationId, "notificationId is required");
        requireNonNull(channel, "channel is required");
        requireNonNull(template, "template is required");
        requireNonNull(reason, "reason is required");
    }
}
