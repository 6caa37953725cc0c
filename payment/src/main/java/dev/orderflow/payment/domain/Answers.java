package dev.orderflow.payment.domain;

import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.payment.PaymentEvent;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.PaymentVoided;
import dev.orderflow.contracts.payment.RefundFailed;
import dev.orderflow.payment.domain.Outcome.Applied;
import java.util.UUID;

/** The events that payment answers with. */
final class Answers {

    private Answers() {}

    static PaymentEvent completed(Payment payment) {
        return new PaymentCompleted(
                payment.orderId(),
                payment.customerId(),
                payment.id(),
                payment.funds().captured());
    }

    /** @param paymentId null if the provider was never asked */
    static PaymentEvent declined(Payment payment, UUID paymentId, String code, String message) {
        return new PaymentDeclined(payment.orderId(), payment.customerId(), paymentId, code, message);
    }

    /** One answer for each request that is still owed one, none if nobody asked. */
    static Applied voided(Payment payment) {
        return repeat(payment, new PaymentVoided(payment.orderId(), payment.customerId(), payment.id()));
    }

    /** As {@link #voided}. */
    static Applied refunded(Payment payment) {
        return payment.requests().owed() == 0 ? Applied.to(payment) : repeat(payment, refundOf(payment));
    }

    /** As {@link #voided}; said once if nobody asked, or was told of a refund that broke: somebody has to know. */
    static Applied refundFailed(Payment payment, String reason) {
        var failure = failureOf(payment, reason);
        return payment.requests().owed() == 0 ? Applied.to(payment).saying(failure) : repeat(payment, failure);
    }

    /** The same to those whose answer turned out wrong. */
    static Applied refundedAfterAll(Payment payment) {
        return Applied.to(payment).saying(refundOf(payment));
    }

    private static Applied repeat(Payment payment, PaymentEvent answer) {
        var change = Applied.to(payment.answered());
        for (int each = 0; each < payment.requests().owed(); each++) {
            change = change.saying(answer);
        }
        return change;
    }

    private static PaymentEvent refundOf(Payment payment) {
        return new PaymentRefunded(
                payment.orderId(),
                payment.customerId(),
                payment.id(),
                payment.refs().refundId(),
                payment.funds().captured(),
                payment.requests().causeOrCancelled());
    }

    private static PaymentEvent failureOf(Payment payment, String reason) {
        return new RefundFailed(
                payment.orderId(),
                payment.customerId(),
                payment.id(),
                payment.funds().captured(),
                payment.requests().causeOrCancelled(),
                reason);
    }
}
