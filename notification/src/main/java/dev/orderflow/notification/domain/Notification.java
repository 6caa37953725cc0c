package dev.orderflow.notification.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** One message to one customer by one channel. */
public record Notification(
        UUID id,
        UUID orderId,
        String customerId,
        String channel,
        Message message,
        Status status,
        Instant createdAt,
        Instant sentAt) {

    public static final String EMAIL = "EMAIL";

    /** The same event and channel give the same id, so that a redelivered event can't make a second message. */
    static UUID idOf(UUID eventId, String channel) {
        return UUID.nameUUIDFromBytes((eventId + "/" + channel).getBytes(StandardCharsets.UTF_8));
    }

    Notification withStatus(Status next) {
        return new Notification(id, orderId, customerId, channel, message, next, createdAt, sentAt);
    }
}
