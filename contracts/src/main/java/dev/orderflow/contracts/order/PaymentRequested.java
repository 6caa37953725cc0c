package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.Personal;
import dev.orderflow.contracts.value.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * The order's stock is reserved and its payment is due (state RESERVED). Published by order, once per order. Read
 * by payment, which answers with PaymentCompleted or PaymentDeclined.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param amount what to capture: the order's total
 * @param method how, "CARD" for instance; an open set, decline what is unknown
 * @param payBy when order stops waiting; nothing may be captured and kept after a cancellation; null without a
 *     deadline
 * @param paymentToken the provider's reference to the customer's means of payment; personal, so null once erased
 */
@EventType(name = "orderflow.order.payment-requested")
public record PaymentRequested(
        UUID orderId,
        String customerId,
        Money amount,
        String method,
        Instant payBy,
        @Personal String paymentToken) implements OrderEvent {

    public PaymentRequested {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(amount, "amount is required");
        requireNonNull(method, "method is required");
    }

    /** Without the token, so that it never reaches a log by accident. */
    @Override
    public String toString() {
        return "PaymentRequested[orderId=" + orderId + ", amount=" + amount + ", method=" + method + "]";
    }
}
