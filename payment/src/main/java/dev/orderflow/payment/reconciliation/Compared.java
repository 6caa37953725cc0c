package dev.orderflow.payment.reconciliation;

import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.domain.reconciliation.Booked;
import dev.orderflow.payment.domain.reconciliation.Comparison;
import dev.orderflow.payment.domain.reconciliation.Finding;
import dev.orderflow.payment.domain.reconciliation.Kept;
import java.time.Instant;
import java.util.Optional;

/**
 * One intent from both sides.
 *
 * @param there null if the provider does not know it
 * @param here null if payment does not know it
 */
record Compared(String intent, Booked there, Kept here, Finding finding) {

    static Compared of(String intent, Booked there, Kept here, Instant settledBefore) {
        return new Compared(intent, there, here, Comparison.of(there, here, settledBefore));
    }

    /** Whether a refund that payment has given up is in the provider's books after all. */
    boolean isPaidBackAfterAll() {
        return finding == Finding.REFUND_DIFFERS && here.status() == PaymentStatus.REFUND_FAILED;
    }

    String order() {
        return here != null ? here.orderId().toString() : there.order();
    }

    Optional<Side> hereSide() {
        return Optional.ofNullable(here).map(Side::of);
    }

    Optional<Side> thereSide() {
        return Optional.ofNullable(there).map(Side::of);
    }
}
