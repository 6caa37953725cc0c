package dev.orderflow.payment.domain;

import static dev.orderflow.contracts.value.RefundCause.CANCELLED;
import static dev.orderflow.payment.domain.Outcome.Ignored.DUPLICATE;
import static dev.orderflow.payment.domain.Outcome.Ignored.IMPOSSIBLE;

import dev.orderflow.payment.domain.Outcome.Applied;

/** The order is cancelled or returned: each request is answered once, when no call that could take money is under way. */
final class Undoing {

    private Undoing() {}

    static Outcome asked(Payment payment, UndoAsked undo) {
        if (payment.requests().has(undo.cause(), undo.round())) {
            return DUPLICATE;
        }
        if (payment.requests().contradicts(undo.cause())) {
            return IMPOSSIBLE;
        }
        var asked = payment.asked(undo.cause(), undo.round());
        return undo.cause() == CANCELLED ? cancel(asked) : giveBack(asked);
    }

    private static Outcome cancel(Payment asked) {
        return switch (asked.status()) {
            // Remembered, so that a request for payment that comes later does nothing.
            case NONE -> Answers.voided(asked.become(PaymentStatus.VOIDED));
            case DECLINED, VOIDED -> Answers.voided(asked);
            // The call under way may still take the money: its outcome decides the answer.
            case CREATING, AUTHORISING -> Applied.to(asked.become(PaymentStatus.VOIDING));
            case VOIDING -> Applied.to(asked);
            case CAPTURED, REFUNDING, REFUNDED, REFUND_FAILED -> giveBack(asked);
        };
    }

    /** A return without a captured payment contradicts the order's own story; an operator has to look at it. */
    private static Outcome giveBack(Payment asked) {
        return switch (asked.status()) {
            case CAPTURED -> asked.hasTakenNothing() ? nothingToGiveBack(asked) : Refunding.begin(asked);
            case REFUNDING -> Applied.to(asked);
            case REFUNDED -> Answers.refunded(asked);
            case REFUND_FAILED -> Refunding.begin(asked);
            case NONE, CREATING, AUTHORISING, DECLINED, VOIDING, VOIDED -> IMPOSSIBLE;
        };
    }

    /** An order that cost nothing needs no provider; the payment's own id stands for the refund's. */
    private static Outcome nothingToGiveBack(Payment asked) {
        return asked.requests().cause() == CANCELLED
                ? Answers.voided(asked.become(PaymentStatus.VOIDED))
                : Answers.refunded(
                        asked.with(asked.refs().refund(asked.id().toString())).become(PaymentStatus.REFUNDED));
    }
}
