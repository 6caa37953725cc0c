package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order's payment as operators see it.
 *
 * @param id absent, like the amounts, for an order that was cancelled before it was to be paid
 * @param attempts oldest first
 */
public record Payment(
        Optional<UUID> id,
        UUID orderId,
        Status status,
        Optional<Money> amount,
        Optional<Money> captured,
        Optional<Money> refunded,
        List<Attempt> attempts) {

    /** One answer of the provider, or its absence. */
    public record Attempt(Instant at, String outcome) {}

    /** How far it has come. */
    public enum Status {
        NONE,
        CREATING,
        AUTHORISING,
        CAPTURED,
        DECLINED,
        VOIDING,
        VOIDED,
        REFUNDING,
        REFUNDED,
        REFUND_FAILED,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
