package dev.orderflow.payment.domain;

import static dev.orderflow.payment.domain.Outcome.Ignored.DUPLICATE;
import static dev.orderflow.payment.domain.Outcome.Ignored.IMPOSSIBLE;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.Outcome.Applied;

/** The money was taken; it is kept only if it is the order's amount and the order still wants to be paid. */
final class Capturing {

    private static final String WRONG_AMOUNT = "amount-mismatch";

    private Capturing() {}

    static Outcome captured(Payment payment, Money amount) {
        if (payment.refs().intentId() == null) {
            return IMPOSSIBLE;
        }
        return switch (payment.status()) {
            case AUTHORISING -> take(payment, amount);
            // A cancellation came first; or payment had already answered that there is no money.
            case VOIDING, VOIDED, DECLINED -> giveBack(payment, amount);
            case CAPTURED, REFUNDING, REFUNDED, REFUND_FAILED -> DUPLICATE;
            case NONE, CREATING -> IMPOSSIBLE;
        };
    }

    /** What a webhook says of another amount is not believed but looked up. */
    static Outcome reported(Payment payment, Money amount) {
        if (payment.refs().intentId() == null || amount.equals(payment.funds().amount())) {
            return captured(payment, amount);
        }
        return switch (payment.status()) {
            case AUTHORISING, VOIDING, VOIDED, DECLINED -> Applied.to(payment).doing(new Command.SettleIntent());
            case CAPTURED, REFUNDING, REFUNDED, REFUND_FAILED -> DUPLICATE;
            case NONE, CREATING -> IMPOSSIBLE;
        };
    }

    private static Outcome take(Payment payment, Money amount) {
        if (!amount.equals(payment.funds().amount())) {
            return giveBack(payment, amount).saying(Answers.declined(payment, payment.id(), WRONG_AMOUNT, null));
        }
        var paid = payment.with(payment.funds().taking(amount)).become(PaymentStatus.CAPTURED);
        return Applied.to(paid).saying(Answers.completed(paid));
    }

    private static Applied giveBack(Payment payment, Money amount) {
        return Refunding.begin(payment.with(payment.funds().taking(amount)));
    }
}
