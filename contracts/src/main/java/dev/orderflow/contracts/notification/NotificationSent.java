package dev.orderflow.contracts.notification;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * The customer was told something over one channel: the channel accepted it, which does not prove that it was
 * read. Published by notification, once per notification and channel; carries no address and no text, hence
 * nothing personal. Read by order, for the timeline.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param notificationId the notification
 * @param channel "EMAIL", "WEBHOOK" …; an open set
 * @param template the name of the text that was used, "order-shipped" for instance
 * @param sentAt when the channel accepted it
 */
@EventType(name = "orderflow.notification.sent")
public record NotificationSent(
        UUID orderId, String customerId, UUID notificationId, String channel, String template, Instant sentAt)
        implements NotificationEvent {

    public NotificationSent {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(notificationId, "notificationId is required");
        requireNonNull(channel, "channel is required");
        requireNonNull(template, "template is required");
        requireNonNull(sentAt, "sentAt is required");
    }
}
