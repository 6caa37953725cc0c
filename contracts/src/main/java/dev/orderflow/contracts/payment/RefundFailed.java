package dev.orderflow.contracts.payment;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.RefundCause;
import java.util.UUID;

/**
 * The money could not be paid back and payment has stopped trying. Published by payment in answer to OrderCancelled
 * or OrderReturned with PAYMENT due, or of its own accord when a refund that was made breaks afterwards, or when
 * money stays that was taken too late; an operator's retry reopens it. Read by order, which is stuck then.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param paymentId the payment
 * @param amount what is still owed
 * @param cause which request it answers, OrderCancelled or OrderReturned; CANCELLED if there was none
 * @param reason what the provider said
 */
@EventType(name = "orderflow.payment.refund-failed")
public record RefundFailed(
        UUID orderId, String customerId, UUID paymentId, Money amount, RefundCause cause, String reason)
        implements PaymentEvent {

    public RefundFailed {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(paymentId, "paymentId is required");
        requireNonNull(amount, "amount is required");
        requireNonNull(cause, "cause is required");
        requireNonNull(reason, "reason is required");
    }
}
