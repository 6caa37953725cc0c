package dev.orderflow.contracts.shipping;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.util.UUID;

/**
 * The carrier accepted the parcel and issued a label; it has not left. Published by shipping in answer to
 * OrderConfirmed, at most once per order. Read by order.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param shipmentId the shipment
 * @param carrier the carrier's name
 * @param trackingNumber the carrier's number for the parcel
 */
@EventType(name = "orderflow.shipping.scheduled")
public record ShipmentScheduled(UUID orderId, String customerId, UUID shipmentId, String carrier, String trackingNumber)
        implements ShippingEvent {

    public ShipmentScheduled {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(shipmentId, "shipmentId is required");
        requireNonNull(carrier, "carrier is required");
        requireNonNull(trackingNumber, "trackingNumber is required");
    }
}
