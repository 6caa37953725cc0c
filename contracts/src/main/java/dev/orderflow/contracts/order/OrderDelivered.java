package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * The parcel arrived (state DELIVERED); a return may follow. Published by order once the carrier says so or an operator
 * does, and again whenever an operator says so of a return that came to nothing. Read by inventory, which consumes what
 * the order still holds, by loyalty, and by notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param total the order's total
 * @param shipmentId the shipment; null if it was closed by hand before one was known
 * @param deliveredAt when it arrived, by the carrier's clock, or when it was closed by hand
 * @param byHand whether an operator closed the saga instead of the participants
 * @param handReason what the operator recorded; null unless by hand
 */
@EventType(name = "orderflow.order.delivered")
public record OrderDelivered(
        UUID orderId,
        String customerId,
        Money total,
        UUID shipmentId,
        Instant deliveredAt,
        boolean byHand,
        String handReason)
        implements OrderEvent {

    public OrderDelivered {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(total, "total is required");
        requireNonNull(deliveredAt, "deliveredAt is required");
    }
}
