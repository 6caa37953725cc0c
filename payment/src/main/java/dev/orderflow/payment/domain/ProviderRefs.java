package dev.orderflow.payment.domain;

import java.util.Objects;

/**
 * The provider's names for what belongs to a payment.
 *
 * @param intentId null until an intent was created
 * @param refundId the newest refund that is known; null if there is none
 * @param refundTry how many refunds have failed: part of the next one's idempotency key, since a key that was refused once
 *     is refused for ever
 * @param failedTries how many of them since the money was last to go back: each request is worth as many tries
 */
public record ProviderRefs(String intentId, String refundId, int refundTry, int failedTries) {

    /** How often a refund is tried before an operator has to know. */
    static final int TRIES_PER_REQUEST = 5;

    static final ProviderRefs NONE = new ProviderRefs(null, null, 0, 0);

    ProviderRefs intent(String id) {
        return new ProviderRefs(id, refundId, refundTry, failedTries);
    }

    ProviderRefs refund(String id) {
        return new ProviderRefs(intentId, id, refundTry, failedTries);
    }

    /** A refund that failed never succeeds: what is still told of it is old. */
    ProviderRefs refundFailed() {
        return new ProviderRefs(intentId, null, refundTry + 1, failedTries + 1);
    }

    /** With all tries to come. The keys go on: what was refused under one is not asked under it again. */
    ProviderRefs triedAnew() {
        return new ProviderRefs(intentId, refundId, refundTry, 0);
    }

    boolean isRefund(String id) {
        return Objects.equals(refundId, id);
    }

    /** Whether it is the newest: each has begun after the one before it had come to nothing. */
    boolean isTry(int which) {
        return refundTry == which;
    }
}
