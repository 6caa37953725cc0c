package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.Personal;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.SkuQuantity;
import java.util.List;
import java.util.UUID;

/**
 * The customer may send a delivered order back (state RETURNING). Published by order, again with the next round
 * when an operator retries. Read by shipping, which answers with ReturnReceived once the parcel is back, and by
 * notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param lines what comes back, one entry per sku
 * @param reason the customer's reason; null if there is none
 * @param round 1 for the first request, one more for each retry by an operator; the order's next return counts on
 * @param pickupAddress where the parcel is picked up; personal, so null once erased
 * @param repeated whether an operator asks again for a return that was accepted before; false for a return of its own, the
 *     first or a later one; null from a release that did not say so
 */
@EventType(name = "orderflow.order.return-accepted")
public record ReturnAccepted(
        UUID orderId,
        String customerId,
        List<SkuQuantity> lines,
        String reason,
        int round,
        @Personal Address pickupAddress,
        Boolean repeated)
        implements OrderEvent {

    public ReturnAccepted {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        lines = List.copyOf(requireNonNull(lines, "lines is required"));
        if (round < 1) {
            throw new IllegalArgumentException("round starts at 1, not " + round);
        }
    }
}
