package dev.orderflow.notification.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** One message to one customer by one channel. */
public record Notification(
        UUID id,
        UUID orderId,
        String customerId,
        Channel channel,
        Message message,
        Status status,
        Instant createdAt,
        Instant sentAt) {

    /** The same event and channel give the same id, so that a redelivered event can't make a second message. */
    static UUID idOf(UUID eventId, Channel channel) {
        return UUID.nameUUIDFromBytes((eventId + "/" + channel).getBytes(StandardCharsets.UTF_8));
    }

    /** The same message by an endpoint, which knows no turns: each event is sent by itself. */
    public static Notification byWebhook(UUID eventId, UUID orderId, String customerId, Message message, Instant now) {
        var id = idOf(eventId, Channel.WEBHOOK);
        return new Notification(id, orderId, customerId, Channel.WEBHOOK, message, Status.PENDING, now, null);
    }

    Notification withStatus(Status next) {
        return new Notification(id, orderId, customerId, channel, message, next, createdAt, sentAt);
    }
}
