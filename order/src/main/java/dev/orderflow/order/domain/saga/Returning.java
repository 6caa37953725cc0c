package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.shipping.ReturnReceived;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.Retry;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.Verdict;
import java.util.List;

/** Waits for the parcel to come back; nothing is refunded before it has. */
final class Returning {

    private static final List<Due> REFUND_AND_RESTOCK = List.of(Due.STOCK, Due.PAYMENT);

    private Returning() {}

    static Verdict decide(Step step, OrderInput input) {
        return switch (input) {
            case ShippingAnswered(ReturnReceived _) -> refund(step);
            case DeadlinePassed _ -> Stuck.overdue(step);
            case Retry _ ->
                step.emit(Announce.returnAcceptedAgain(step.order())).applied();
            case Command command -> step.refused(command);
            case StockAnswered _, PaymentAnswered _, ShippingAnswered _ -> step.unexpected(input);
        };
    }

    /** The return's own round: inventory and payment may have answered an earlier return, of the same order. */
    private static Verdict refund(Step step) {
        var round = step.order().progress().round();
        return step.emit(Announce.returned(step.order(), REFUND_AND_RESTOCK, round))
                .applied();
    }
}
