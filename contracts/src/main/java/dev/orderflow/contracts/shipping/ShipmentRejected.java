package dev.orderflow.contracts.shipping;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.util.UUID;

/**
 * The parcel can't be shipped, and nothing left. Published by shipping in answer to OrderConfirmed, at most once
 * per order. Read by order, which cancels with stock and payment due.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param shipmentId the shipment; null if none was begun
 * @param reason a code such as "undeliverable-address"; an open set
 */
@EventType(name = "orderflow.shipping.rejected")
public record ShipmentRejected(UUID orderId, String customerId, UUID shipmentId, String reason)
        implements ShippingEvent {

    public ShipmentRejected {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(reason, "reason is required");
    }
}
