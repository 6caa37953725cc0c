package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that the customer was told.
 *
 * @param template {@code order-placed} for instance; more may be added
 * @param channel {@code EMAIL} for instance; more may be added
 */
public record Notification(
        UUID id,
        UUID orderId,
        String template,
        String channel,
        Status status,
        Optional<String> subject,
        Instant createdAt,
        Optional<Instant> sentAt) {

    /** How far it has come. */
    public enum Status {
        PENDING,
        SENT,
        FAILED,
        NO_ADDRESS,
        SUPPRESSED,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
