package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.inventory.StockReleased;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.PaymentVoided;
import dev.orderflow.contracts.payment.RefundFailed;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.order.domain.Answer;
import dev.orderflow.order.domain.CancelReasons;
import dev.orderflow.order.domain.Cancellation;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.Retry;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.RequestedBy;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.domain.Verdict.Why;
import java.util.UUID;

/** Waits for those who undo their part; the last answer closes the order. */
final class Cancelling {

    static final Cancellation TIMED_OUT = Cancellation.of(CancelReasons.TIMED_OUT, RequestedBy.SYSTEM);

    private Cancelling() {}

    static Verdict begin(Step step, Cancellation why, Due... due) {
        return step.emit(Announce.cancelled(step.order(), why, due)).applied();
    }

    /** A person's cancellation, with a stable reason where the person gave none. */
    static Cancellation wish(Cancel cancel) {
        var standard = switch (cancel.by()) {
            case CUSTOMER -> CancelReasons.CUSTOMER_REQUEST;
            case OPERATOR -> CancelReasons.OPERATOR_REQUEST;
            case SYSTEM -> CancelReasons.RESOLVED_BY_HAND;
        };
        return Cancellation.of(cancel.reason() == null ? standard : cancel.reason(), cancel.by());
    }

    static Verdict decide(Step step, OrderInput input) {
        return switch (input) {
            case StockAnswered(StockReleased _) -> tick(step, input, Due.STOCK, Answer.STOCK_RELEASED, null);
            case PaymentAnswered(PaymentVoided voided) ->
                tick(step, input, Due.PAYMENT, Answer.PAYMENT_VOIDED, voided.paymentId());
            case PaymentAnswered(PaymentRefunded refunded)
            when refunded.cause() == RefundCause.CANCELLED ->
                tick(step, input, Due.PAYMENT, Answer.PAYMENT_REFUNDED, refunded.paymentId());
            case PaymentAnswered(RefundFailed failed)
            when failed.cause() == RefundCause.CANCELLED -> Stuck.refundFailed(step, input, failed);
            case DeadlinePassed _ -> Stuck.overdue(step);
            case Retry _ -> step.emit(Announce.cancelledAgain(step.order())).applied();
            case Cancel _ -> step.ignored(Why.DUPLICATE);
            case Command command -> step.refused(command);
            case StockAnswered _, PaymentAnswered _, ShippingAnswered _ -> step.unexpected(input);
        };
    }

    private static Verdict tick(Step step, OrderInput input, Due due, Answer answer, UUID reference) {
        if (!step.order().progress().due().contains(due)) {
            return step.unexpected(input);
        }
        var ticked = step.emit(Announce.answer(step.order(), answer, reference, null));
        var done = ticked.order().progress().due().isEmpty();
        return (done ? ticked.emit(Announce.closed(ticked.order())) : ticked).applied();
    }
}
