package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.order.domain.Answer;
import dev.orderflow.order.domain.CancelReasons;
import dev.orderflow.order.domain.Cancellation;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.ChangeAddress;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.RequestedBy;
import dev.orderflow.order.domain.Verdict;

/** Waits for payment. A capture may be under way whenever this is cancelled, so payment is due unless it declined. */
final class Reserved {

    private static final Cancellation DECLINED = Cancellation.of(CancelReasons.PAYMENT_DECLINED, RequestedBy.SYSTEM);

    private Reserved() {}

    static Verdict decide(Step step, OrderInput input) {
        return switch (input) {
            case PaymentAnswered(PaymentCompleted paid) ->
                step.emit(Announce.confirmed(step.order(), paid.paymentId())).applied();
            case PaymentAnswered(PaymentDeclined declined) -> declined(step, declined);
            case Cancel cancel -> Cancelling.begin(step, Cancelling.wish(cancel), Due.STOCK, Due.PAYMENT);
            case DeadlinePassed _ -> Cancelling.begin(step, Cancelling.TIMED_OUT, Due.STOCK, Due.PAYMENT);
            case ChangeAddress change -> changeAddress(step, change);
            case Command command -> step.refused(command);
            case StockAnswered _, PaymentAnswered _, ShippingAnswered _ -> step.unexpected(input);
        };
    }

    private static Verdict declined(Step step, PaymentDeclined declined) {
        var recorded = Announce.answer(step.order(), Answer.PAYMENT_DECLINED, declined.paymentId(), declined.code());
        return Cancelling.begin(step.emit(recorded), DECLINED, Due.STOCK);
    }

    static Verdict changeAddress(Step step, ChangeAddress change) {
        return step.emit(Announce.addressChanged(step.order(), change.address()))
                .applied();
    }
}
