package dev.orderflow.devservices.payment;

import java.util.Map;

/**
 * A payment intent: money that is asked for, and whether it came.
 *
 * @param amount in minor units
 * @param paymentMethod may be null
 * @param charge the charge that was captured or declined last; may be null
 * @param failures how often this intent was answered with a server error
 * @param lastDecline why it was declined last; may be null
 * @param cancellation may be null
 * @param created seconds since the epoch
 */
record Intent(
        String id,
        long amount,
        String currency,
        String paymentMethod,
        Map<String, String> metadata,
        long created,
        IntentStatus status,
        String charge,
        int failures,
        Decline lastDecline,
        Cancellation cancellation) {

    /** @param reason may be null */
    record Cancellation(String reason, long at) {}

    static Intent create(String id, long amount, String currency, String method, Map<String, String> meta, long at) {
        IntentStatus status =
                method == null ? IntentStatus.REQUIRES_PAYMENT_METHOD : IntentStatus.REQUIRES_CONFIRMATION;
        return new Intent(id, amount, currency, method, meta, at, status, null, 0, null, null);
    }

    Intent payBy(String method) {
        return new Intent(id, amount, currency, method, metadata, created, status, charge, failures, lastDecline, null);
    }

    Intent processing() {
        return in(IntentStatus.PROCESSING, charge, failures, null, null);
    }

    Intent failed() {
        return in(status, charge, failures + 1, lastDecline, null);
    }

    Intent succeeded(String newCharge) {
        return in(IntentStatus.SUCCEEDED, newCharge, failures, null, null);
    }

    Intent declined(String newCharge, Decline decline) {
        return in(IntentStatus.REQUIRES_PAYMENT_METHOD, newCharge, failures, decline, null);
    }

    Intent canceled(String reason, long at) {
        return in(IntentStatus.CANCELED, charge, failures, lastDecline, new Cancellation(reason, at));
    }

    long captured() {
        return status == IntentStatus.SUCCEEDED ? amount : 0;
    }

    private Intent in(IntentStatus next, String nextCharge, int nextFailures, Decline decline, Cancellation cancelled) {
        return new Intent(
                id,
                amount,
                currency,
                paymentMethod,
                metadata,
                created,
                next,
                nextCharge,
                nextFailures,
                decline,
                cancelled);
    }
}
