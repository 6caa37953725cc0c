package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.Personal;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An order was accepted and priced; its saga begins (state PENDING). Published by order as the first event of
 * every order. Read by inventory, which answers with StockReserved or StockRejected and settles the hold either
 * way, and by notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param reference the shop's own name for the order; null if there is none
 * @param lines what was ordered; a sku may occur on more than one line, so sum per sku before deciding
 * @param subtotal the sum of the line totals
 * @param shippingFee in the currency of the subtotal, may be zero
 * @param total subtotal plus shipping fee
 * @param hold the name of the hold on stock that was taken before the order was accepted; null if there is none
 * @param placedAt when the order was accepted
 * @param shippingAddress where it goes; personal, so null once erased
 * @param contact how to reach the recipient, if given; personal, so null once erased
 */
@EventType(name = "orderflow.order.placed")
public record OrderPlaced(
        UUID orderId,
        String customerId,
        String reference,
        List<OrderLine> lines,
        Money subtotal,
        Money shippingFee,
        Money total,
        String hold,
        Instant placedAt,
        @Personal Address shippingAddress,
        @Personal Contact contact)
        implements OrderEvent {

    public OrderPlaced {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        lines = List.copyOf(requireNonNull(lines, "lines is required"));
        requireNonNull(subtotal, "subtotal is required");
        requireNonNull(shippingFee, "shippingFee is required");
        requireNonNull(total, "total is required");
        requireNonNull(placedAt, "placedAt is required");
    }
}
