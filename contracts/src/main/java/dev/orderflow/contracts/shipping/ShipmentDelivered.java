package dev.orderflow.contracts.shipping;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * The parcel arrived. Published by shipping once per shipment, always after ShipmentDispatched. Read by order.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param shipmentId the shipment
 * @param deliveredAt by the carrier's clock
 */
@EventType(name = "orderflow.shipping.delivered")
public record ShipmentDelivered(UUID orderId, String customerId, UUID shipmentId, Instant deliveredAt)
        implements ShippingEvent {

    public ShipmentDelivered {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(shipmentId, "shipmentId is required");
        requireNonNull(deliveredAt, "deliveredAt is required");
    }
}
