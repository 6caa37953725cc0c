package dev.orderflow.contracts.payment;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.Money;
import java.util.UUID;

/**
 * The money was captured. Published by payment in answer to PaymentRequested, once per order. Read by order and
 * notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param paymentId the payment
 * @param amount what was captured
 */
@EventType(name = "orderflow.payment.completed")
public record PaymentCompleted(UUID orderId, String customerId, UUID paymentId, Money amount) implements PaymentEvent {

    public PaymentCompleted {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(paymentId, "paymentId is required");
        requireNonNull(amount, "amount is required");
    }
}
