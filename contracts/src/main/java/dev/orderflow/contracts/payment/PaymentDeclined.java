package dev.orderflow.contracts.payment;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.util.UUID;

/**
 * The money was not captured and will not be. Published by payment in answer to PaymentRequested, once per order.
 * Read by order, which cancels with stock due, and by notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param paymentId the payment; null if the provider was never asked
 * @param code the provider's decline code, "card_declined" for instance; an open set
 * @param message for people; null if there is none
 */
@EventType(name = "orderflow.payment.declined")
public record PaymentDeclined(UUID orderId, String customerId, UUID paymentId, String code, String message)
        implements PaymentEvent {

    public PaymentDeclined {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(code, "code is required");
    }
}
