package dev.orderflow.payment.domain.reconciliation;

import static dev.orderflow.payment.domain.reconciliation.Finding.AGREES;
import static dev.orderflow.payment.domain.reconciliation.Finding.CAPTURED_HERE_ONLY;
import static dev.orderflow.payment.domain.reconciliation.Finding.CAPTURED_THERE_ONLY;
import static dev.orderflow.payment.domain.reconciliation.Finding.CAPTURE_DIFFERS;
import static dev.orderflow.payment.domain.reconciliation.Finding.IN_FLIGHT;
import static dev.orderflow.payment.domain.reconciliation.Finding.REFUND_DIFFERS;
import static dev.orderflow.payment.domain.reconciliation.Finding.REFUND_MISSING;

import java.time.Instant;

/** Compares what the provider says of one intent with what payment says of it. */
public final class Comparison {

    private Comparison() {}

    /**
     * @param there null if the provider has no such intent
     * @param here null if payment has no such intent
     * @param settledBefore a payment that has changed since is left for the next run
     */
    public static Finding of(Booked there, Kept here, Instant settledBefore) {
        if (here == null) {
            return there == null || there.keepsNothing() ? AGREES : CAPTURED_THERE_ONLY;
        }
        if (!here.changedAt().isBefore(settledBefore)) {
            return IN_FLIGHT;
        }
        if (here.captured().isZero()) {
            return there == null || there.keepsNothing() ? AGREES : CAPTURED_THERE_ONLY;
        }
        return there == null || there.captured().isZero() ? CAPTURED_HERE_ONLY : ofCaptured(there, here);
    }

    private static Finding ofCaptured(Booked there, Kept here) {
        if (there.captured().equals(here.captured())) {
            return ofRefunds(there, here);
        }
        return there.keepsNothing() && here.keepsNothing() ? AGREES : CAPTURE_DIFFERS;
    }

    private static Finding ofRefunds(Booked there, Kept here) {
        return switch (here.status()) {
            // The provider may take days over a refund: what is on its way there is not missing.
            case REFUNDING -> there.keepsNothing() ? AGREES : REFUND_MISSING;
            case REFUND_FAILED -> there.keepsNothing() ? REFUND_DIFFERS : REFUND_MISSING;
            case NONE, CREATING, AUTHORISING, CAPTURED, DECLINED, VOIDING, VOIDED, REFUNDED ->
                there.refunded().equals(here.refunded()) ? AGREES : REFUND_DIFFERS;
        };
    }
}
