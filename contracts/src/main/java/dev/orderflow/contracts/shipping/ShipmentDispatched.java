package dev.orderflow.contracts.shipping;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * The carrier took the parcel; it can't be recalled any more. Published by shipping once per shipment, always
 * before ShipmentDelivered even if the carrier's messages arrive in another order; also the answer to a recall
 * that came too late. Read by order.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param shipmentId the shipment
 * @param carrier the carrier's name
 * @param trackingNumber the carrier's number for the parcel
 * @param dispatchedAt by the carrier's clock
 */
@EventType(name = "orderflow.shipping.dispatched")
public record ShipmentDispatched(
        UUID orderId, String customerId, UUID shipmentId, String carrier, String trackingNumber, Instant dispatchedAt)
        implements ShippingEvent {

    public ShipmentDispatched {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(shipmentId, "shipmentId is required");
        requireNonNull(carrier, "carrier is required");
        requireNonNull(trackingNumber, "trackingNumber is required");
        requireNonNull(dispatchedAt, "dispatchedAt is required");
    }
}
