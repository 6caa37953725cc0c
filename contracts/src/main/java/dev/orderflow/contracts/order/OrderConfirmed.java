package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.Personal;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import java.util.List;
import java.util.UUID;

/**
 * The order is paid and may be shipped (state CONFIRMED). Published by order, once per order. Read by shipping,
 * which answers with ShipmentScheduled or ShipmentRejected, and by notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param lines what to ship, with prices for customs and insurance
 * @param total what was paid
 * @param paymentId the payment that paid for it
 * @param shippingAddress where it goes; personal, so null once erased
 * @param contact how the carrier reaches the recipient, if given; personal, so null once erased
 */
@EventType(name = "orderflow.order.confirmed")
public record OrderConfirmed(
        UUID orderId,
        String customerId,
        List<OrderLine> lines,
        Money total,
        UUID paymentId,
        @Personal Address shippingAddress,
        @Personal Contact contact)
        implements OrderEvent {

    public OrderConfirmed {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        lines = List.copyOf(requireNonNull(lines, "lines is required"));
        requireNonNull(total, "total is required");
        requireNonNull(paymentId, "paymentId is required");
    }
}
