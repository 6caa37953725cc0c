package dev.orderflow.contracts.shipping;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * The returned parcel arrived at the warehouse. Published by shipping in answer to ReturnAccepted, once per order.
 * Read by order.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param shipmentId the return shipment; null if the parcel came back without one
 * @param receivedAt when it arrived
 */
@EventType(name = "orderflow.shipping.return-received")
public record ReturnReceived(UUID orderId, String customerId, UUID shipmentId, Instant receivedAt)
        implements ShippingEvent {

    public ReturnReceived {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(receivedAt, "receivedAt is required");
    }
}
