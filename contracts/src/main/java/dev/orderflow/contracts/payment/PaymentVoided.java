package dev.orderflow.contracts.payment;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.util.UUID;

/**
 * A cancelled order has taken no money and never will: a late capture is impossible. Published by payment in
 * answer to each OrderCancelled that has PAYMENT due when nothing was captured, also if no payment was ever begun.
 * Read by order.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param paymentId the payment; null if none was begun
 */
@EventType(name = "orderflow.payment.voided")
public record PaymentVoided(UUID orderId, String customerId, UUID paymentId) implements PaymentEvent {

    public PaymentVoided {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
    }
}
