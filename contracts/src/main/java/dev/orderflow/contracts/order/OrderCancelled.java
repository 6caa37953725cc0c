package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.Due;
import java.util.List;
import java.util.UUID;

/**
 * The order will not be fulfilled; what was done is being undone (state CANCELLING, or CANCELLED if nothing is
 * due). Published by order, again with the next round and what is still due when an operator retries. Read by
 * inventory and payment, each of which, if it is due, answers each round exactly once, also when it had done
 * nothing: StockReleased; PaymentVoided, PaymentRefunded or RefundFailed. Read by notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param reason why, for people; an open text
 * @param requestedBy CUSTOMER, OPERATOR or SYSTEM; an open set, so treat an unknown value like SYSTEM
 * @param due whose answer the order waits for; may be empty; a name unknown to the reader is left out
 * @param hold the name of the order's hold on stock; null if there is none
 * @param round 1 for the first request, one more for each retry by an operator
 */
@EventType(name = "orderflow.order.cancelled")
public record OrderCancelled(
        UUID orderId, String customerId, String reason, String requestedBy, List<Due> due, String hold, int round)
        implements OrderEvent {

    public OrderCancelled {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(reason, "reason is required");
        requireNonNull(requestedBy, "requestedBy is required");
        due = Due.known(due);
        if (round < 1) {
            throw new IllegalArgumentException("round starts at 1, not " + round);
        }
    }
}
