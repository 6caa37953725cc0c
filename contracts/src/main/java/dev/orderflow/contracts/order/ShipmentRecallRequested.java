package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.util.UUID;

/**
 * A confirmed order is to be cancelled (state RECALLING); dispatch is the point of no return, so only shipping is
 * asked. Published by order. Read by shipping, which answers every round once: ShipmentCancelled, ShipmentRejected
 * or, too late, ShipmentDispatched.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param reason why, for people; an open text
 * @param requestedBy CUSTOMER, OPERATOR or SYSTEM; an open set, so treat an unknown value like SYSTEM
 * @param round 1 for the first request, one more for each retry by an operator
 */
@EventType(name = "orderflow.order.shipment-recall-requested")
public record ShipmentRecallRequested(UUID orderId, String customerId, String reason, String requestedBy, int round)
        implements OrderEvent {

    public ShipmentRecallRequested {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(reason, "reason is required");
        requireNonNull(requestedBy, "requestedBy is required");
        if (round < 1) {
            throw new IllegalArgumentException("round starts at 1, not " + round);
        }
    }
}
