package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.inventory.StockRestocked;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.RefundFailed;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.order.domain.Answer;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.Retry;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.Verdict;
import java.util.UUID;

/** Waits for the refund and for the goods to be on the shelf again; the last answer closes the return. */
final class Refunding {

    private Refunding() {}

    static Verdict decide(Step step, OrderInput input) {
        return switch (input) {
            case StockAnswered(StockRestocked _) -> tick(step, input, Due.STOCK, Answer.STOCK_RESTOCKED, null);
            case PaymentAnswered(PaymentRefunded refunded)
            when refunded.cause() == RefundCause.RETURNED ->
                tick(step, input, Due.PAYMENT, Answer.PAYMENT_REFUNDED, refunded.paymentId());
            case PaymentAnswered(RefundFailed failed)
            when failed.cause() == RefundCause.RETURNED -> Stuck.refundFailed(step, input, failed);
            case DeadlinePassed _ -> Stuck.overdue(step);
            case Retry _ -> retry(step);
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
        return (done ? ticked.emit(Announce.returnClosed(ticked.order())) : ticked).applied();
    }

    private static Verdict retry(Step step) {
        var progress = step.order().progress();
        return step.emit(Announce.returned(step.order(), progress.dueInOrder(), progress.round() + 1))
                .applied();
    }
}
