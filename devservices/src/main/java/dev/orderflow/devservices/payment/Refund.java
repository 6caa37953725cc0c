package dev.orderflow.devservices.payment;

import java.util.Map;

/**
 * Money on its way back.
 *
 * @param amount in minor units
 * @param created seconds since the epoch
 * @param reason may be null
 */
record Refund(
        String id,
        String intent,
        String charge,
        long amount,
        String currency,
        String reason,
        Map<String, String> metadata,
        long created,
        Status status) {

    enum Status {
        PENDING,
        SUCCEEDED,
        FAILED;

        String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Refund in(Status next) {
        return new Refund(id, intent, charge, amount, currency, reason, metadata, created, next);
    }

    /** Whether the customer has or will have the money, as far as is known. */
    boolean counts() {
        return status != Status.FAILED;
    }
}
