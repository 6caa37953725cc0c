package dev.orderflow.payment.domain;

import dev.orderflow.contracts.value.RefundCause;
import java.time.Instant;
import java.util.UUID;

/**
 * The one payment of an order. Immutable; {@link PaymentRules} makes the next one of it.
 *
 * @param id null until payment was requested
 * @param funds null until payment was requested
 * @param payBy after this moment nothing may be begun; null until payment was requested
 * @param version one more for each event that it has made, at least one more for each change
 */
public record Payment(
        UUID orderId,
        String customerId,
        UUID id,
        PaymentStatus status,
        Funds funds,
        Instant payBy,
        ProviderRefs refs,
        Requests requests,
        long version) {

    /** An order of which nothing is known yet. */
    public static Payment none(UUID orderId, String customerId) {
        return new Payment(
                orderId, customerId, null, PaymentStatus.NONE, null, null, ProviderRefs.NONE, Requests.NONE, 0);
    }

    /** Whether the provider has taken nothing that it would have to give back. */
    boolean hasTakenNothing() {
        return funds == null || funds.captured().isZero();
    }

    /** The same but for what only counts changes. */
    boolean isAt(Payment other) {
        return at(0).equals(other.at(0));
    }

    Payment requested(ChargeAsked asked) {
        return new Payment(
                orderId,
                customerId,
                asked.paymentId(),
                status,
                Funds.due(asked.amount()),
                asked.payBy(),
                refs,
                requests,
                version);
    }

    Payment become(PaymentStatus next) {
        return new Payment(orderId, customerId, id, next, funds, payBy, refs, requests, version);
    }

    Payment with(Funds next) {
        return new Payment(orderId, customerId, id, status, next, payBy, refs, requests, version);
    }

    Payment with(ProviderRefs next) {
        return new Payment(orderId, customerId, id, status, funds, payBy, next, requests, version);
    }

    Payment asked(RefundCause cause, int round) {
        return with(requests.asked(cause, round));
    }

    Payment toldAnew() {
        return with(requests.toldAnew());
    }

    Payment answered() {
        return with(requests.answered());
    }

    Payment at(long nextVersion) {
        return new Payment(orderId, customerId, id, status, funds, payBy, refs, requests, nextVersion);
    }

    private Payment with(Requests next) {
        return new Payment(orderId, customerId, id, status, funds, payBy, refs, next, version);
    }
}
