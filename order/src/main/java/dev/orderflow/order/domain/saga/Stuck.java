package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.payment.RefundFailed;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.order.domain.Answer;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.Payment;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.domain.Verdict.Why;

/** Where neither going on nor turning back is safe, an operator decides. */
final class Stuck {

    private Stuck() {}

    static Verdict overdue(Step step) {
        return step.emit(Announce.stuck(step.order(), "no answer within the deadline"))
                .applied();
    }

    /** Also what was told to be paid back, or not to be paid at all, may turn out to be owed. */
    static Verdict refundFailed(Step step, OrderInput input, RefundFailed failed) {
        var order = step.order();
        if (!order.progress().due().contains(Due.PAYMENT) && !isSettled(order.payment())) {
            return step.unexpected(input);
        }
        if (isKnown(order)) {
            return step.ignored(Why.DUPLICATE);
        }
        var recorded = step.emit(Announce.answer(order, Answer.REFUND_FAILED, failed.paymentId(), failed.reason()));
        return recorded.emit(Announce.stuck(recorded.order(), "the refund failed: " + failed.reason()))
                .applied();
    }

    /** Whether payment has said that it owes nothing; what is open was closed by hand, and stays closed. */
    private static boolean isSettled(Payment payment) {
        return payment != null
                && switch (payment.status()) {
                    case REFUNDED, VOIDED, DECLINED -> true;
                    case COMPLETED, REFUND_FAILED -> false;
                };
    }

    /** An order that is stuck for another reason is announced again: an operator has to know this one. */
    private static boolean isKnown(Order order) {
        var payment = order.payment();
        return order.progress().stuck() && payment != null && payment.status() == Payment.Status.REFUND_FAILED;
    }
}
