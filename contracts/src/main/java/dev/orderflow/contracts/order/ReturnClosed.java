package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.Money;
import java.util.UUID;

/**
 * The return is refunded and restocked, or an operator said so (state RETURNED), also of an order that nobody had asked
 * to send back. Published by order as a returned order's last event, and again if it was opened once more: a refund that
 * broke afterwards does that, and a new ReturnAccepted comes between the two only if it was sent back again. Read by
 * inventory, which gives free what the order still holds, by loyalty, and by notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param refunded what was paid back; null if it was closed by hand and nothing is known to have been
 * @param byHand whether an operator closed the saga instead of the participants
 * @param handReason what the operator recorded; null unless by hand
 */
@EventType(name = "orderflow.order.return-closed")
public record ReturnClosed(UUID orderId, String customerId, Money refunded, boolean byHand, String handReason)
        implements OrderEvent {

    public ReturnClosed {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
    }
}
