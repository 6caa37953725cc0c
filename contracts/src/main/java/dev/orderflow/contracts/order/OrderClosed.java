package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.util.UUID;

/**
 * Everything a cancelled order had to undo is undone, or an operator said so (state CANCELLED). Published by
 * order as a cancelled order's last event, and again if it was opened once more: a refund that broke afterwards does
 * that. Read by inventory, which gives free what the order still holds, by loyalty, and by notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param reason why, for people; an open text
 * @param requestedBy CUSTOMER, OPERATOR or SYSTEM; an open set, so treat an unknown value like SYSTEM
 * @param byHand whether an operator closed the saga instead of the participants
 * @param handReason what the operator recorded; null unless by hand
 * @param announced whether an OrderCancelled has said it before; false if an operator cancelled by hand what was not being
 *     cancelled, or what shipping was still asked to hold back; null from a release that did not say so
 */
@EventType(name = "orderflow.order.closed")
public record OrderClosed(
        UUID orderId,
        String customerId,
        String reason,
        String requestedBy,
        boolean byHand,
        String handReason,
        Boolean announced)
        implements OrderEvent {

    public OrderClosed {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(reason, "reason is required");
        requireNonNull(requestedBy, "requestedBy is required");
    }
}
