package dev.orderflow.order.domain;

import static java.util.Objects.requireNonNull;

/**
 * How the customer pays.
 *
 * @param method "CARD" for instance
 * @param token the provider's reference; personal, so null once erased
 */
public record PaymentMeans(String method, String token) {

    public PaymentMeans {
        requireNonNull(method, "method is required");
    }

    /** Without the token, so that it never reaches a log by accident. */
    @Override
    public String toString() {
        return "PaymentMeans[" + method + "]";
    }
}
