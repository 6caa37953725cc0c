package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.payment.RefundFailed;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.domain.Verdict.Refusal;

/** Cancelled or returned: nothing moves it any more but a refund that breaks. */
final class Finished {

    private Finished() {}

    static Verdict decide(Step step, OrderInput input) {
        return switch (input) {
            case Cancel _
            when step.order().status() == OrderStatus.CANCELLED -> new Verdict.Refused(Refusal.ALREADY_CANCELLED);
            case Command command -> step.refused(command);
            case PaymentAnswered(RefundFailed failed)
            when isOf(step, failed) -> Stuck.refundFailed(step, input, failed);
            case StockAnswered _, PaymentAnswered _, ShippingAnswered _, DeadlinePassed _ -> step.unexpected(input);
        };
    }

    private static boolean isOf(Step step, RefundFailed failed) {
        return (failed.cause() == RefundCause.CANCELLED) == (step.order().status() == OrderStatus.CANCELLED);
    }
}
