package dev.orderflow.contracts.payment;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.RefundCause;
import java.util.UUID;

/**
 * The money was paid back in full. Published by payment in answer to OrderCancelled or OrderReturned with PAYMENT
 * due; a repeated request repeats it with the same refund. Read by order and notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param paymentId the payment
 * @param refundId the provider's id of the refund
 * @param amount what was paid back
 * @param cause which request it answers, OrderCancelled or OrderReturned
 */
@EventType(name = "orderflow.payment.refunded")
public record PaymentRefunded(
        UUID orderId, String customerId, UUID paymentId, String refundId, Money amount, RefundCause cause)
        implements PaymentEvent {

    public PaymentRefunded {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(paymentId, "paymentId is required");
        requireNonNull(refundId, "refundId is required");
        requireNonNull(amount, "amount is required");
        requireNonNull(cause, "cause is required");
    }
}
