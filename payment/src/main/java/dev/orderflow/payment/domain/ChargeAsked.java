package dev.orderflow.payment.domain;

import dev.orderflow.contracts.value.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * PaymentRequested.
 *
 * @param paymentId the id that the payment gets
 * @param method how to pay; only {@code CARD} is known
 * @param payBy nothing is begun after it
 * @param token the provider's reference to the means of payment; personal; null if it is gone
 */
public record ChargeAsked(UUID paymentId, Money amount, String method, Instant payBy, String token) implements Input {

    /** Without the token, so that it never reaches a log by accident. */
    @Override
    public String toString() {
        return "ChargeAsked[paymentId=" + paymentId + ", amount=" + amount + ", method=" + method + "]";
    }
}
