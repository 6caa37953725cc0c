package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An order's parcel. What is not known yet is absent.
 *
 * @param status of the whole: of the return once there is one; more may be added
 */
public record Shipment(
        Optional<UUID> id,
        UUID orderId,
        String status,
        Optional<String> carrier,
        Optional<String> trackingNumber,
        Optional<Instant> scheduledAt,
        Optional<Instant> dispatchedAt,
        Optional<Instant> deliveredAt,
        @JsonProperty("return") Optional<Return> returned) {

    /** The way back. */
    public record Return(
            Optional<UUID> id,
            Optional<String> carrier,
            Optional<String> trackingNumber,
            Optional<Instant> scheduledAt,
            Optional<Instant> dispatchedAt,
            Optional<Instant> receivedAt) {}
}
