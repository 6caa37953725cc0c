package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.SkuQuantity;
import java.util.List;
import java.util.UUID;

/**
 * The returned parcel arrived (state REFUNDING). Published by order, again with the next round and what is still
 * due when an operator retries. Read by payment, which refunds and answers with PaymentRefunded or RefundFailed,
 * and by inventory, which restocks and answers with StockRestocked; each round exactly once, each only if it is
 * due.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param lines what came back, one entry per sku
 * @param total what to refund
 * @param due whose answer the order waits for; a name unknown to the reader is left out
 * @param round 1 for the first request, one more for each retry by an operator; the order's next return counts on
 */
@EventType(name = "orderflow.order.returned")
public record OrderReturned(
        UUID orderId, String customerId, List<SkuQuantity> lines, Money total, List<Due> due, int round)
        implements OrderEvent {

    public OrderReturned {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        lines = List.copyOf(requireNonNull(lines, "lines is required"));
        requireNonNull(total, "total is required");
        due = Due.known(due);
        if (round < 1) {
            throw new IllegalArgumentException("round starts at 1, not " + round);
        }
    }
}
