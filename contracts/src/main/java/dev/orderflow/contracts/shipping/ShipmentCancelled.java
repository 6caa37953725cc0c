package dev.orderflow.contracts.shipping;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.util.UUID;

/**
 * The parcel will not leave. Published by shipping in answer to ShipmentRecallRequested, also if no shipment was
 * begun. Read by order, which goes on to release stock and refund.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param shipmentId the shipment; null if none was begun
 * @param reason for people; null if there is none
 */
@EventType(name = "orderflow.shipping.cancelled")
public record ShipmentCancelled(UUID orderId, String customerId, UUID shipmentId, String reason)
        implements ShippingEvent {

    public ShipmentCancelled {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
    }
}
