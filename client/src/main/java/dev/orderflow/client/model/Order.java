package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order as it is, or was in one of its versions.
 *
 * @param shippingAddress absent once it has been erased
 * @param version one more with everything that happens to it
 * @param deadline until when it is waited for in its status
 */
public record Order(
        UUID id,
        String customerId,
        Optional<String> reference,
        OrderStatus status,
        List<Line> items,
        Money subtotal,
        Money shippingFee,
        Money total,
        Optional<Address> shippingAddress,
        Optional<Cancellation> cancellation,
        Optional<PaymentState> payment,
        Optional<ShipmentState> shipment,
        long version,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> deadline,
        @JsonProperty("_links") Links links) {

    /** A line, at the price of when the order was placed. */
    public record Line(String sku, String name, int quantity, Money unitPrice, Money lineTotal) {}

    /**
     * Somebody, or a deadline, wanted it undone.
     *
     * @param refused true if that came too late
     */
    public record Cancellation(Optional<String> reason, RequestedBy requestedBy, Optional<Boolean> refused) {

        /** Without the reason, which is in somebody's own words. */
        @Override
        public String toString() {
            return "Cancellation[" + requestedBy + "]";
        }
    }

    /** Who wanted it. */
    public enum RequestedBy {
        CUSTOMER,
        OPERATOR,
        SYSTEM,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** @param id absent if the provider was never asked */
    public record PaymentState(Optional<UUID> id, Status status) {

        /** What has become of the money. */
        public enum Status {
            COMPLETED,
            DECLINED,
            VOIDED,
            REFUNDED,
            REFUND_FAILED,
            @JsonEnumDefaultValue
            UNKNOWN
        }
    }

    /** @param trackingNumber absent, as the carrier is, until there is a label */
    public record ShipmentState(
            Optional<UUID> id, Optional<String> carrier, Optional<String> trackingNumber, Status status) {

        /** Where the parcel is. */
        public enum Status {
            SCHEDULED,
            REJECTED,
            CANCELLED,
            DISPATCHED,
            DELIVERED,
            RETURNED,
            @JsonEnumDefaultValue
            UNKNOWN
        }
    }

    /** A command has a link only while it would be carried out. */
    public record Links(Link self, Link timeline, Link events, Optional<Link> cancel, Optional<Link> returns) {}

    /** @param href relative to the service */
    public record Link(String href) {}

    /** Not whose it is, nor where it goes. */
    @Override
    public String toString() {
        return "Order[%s, %s, version %d]".formatted(id, status, version);
    }
}
