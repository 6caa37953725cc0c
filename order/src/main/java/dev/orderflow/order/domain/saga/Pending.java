package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.inventory.StockRejected;
import dev.orderflow.contracts.inventory.StockReserved;
import dev.orderflow.contracts.value.Due;
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
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.RequestedBy;
import dev.orderflow.order.domain.Verdict;

/** Waits for stock. Inventory may have reserved already whenever this is cancelled, so it is always due then. */
final class Pending {

    private Pending() {}

    static Verdict decide(Step step, OrderInput input) {
        return switch (input) {
            case StockAnswered(StockReserved _) ->
                step.emit(Announce.paymentRequested(step.order(), step.deadlineOf(OrderStatus.RESERVED)))
                        .applied();
            case StockAnswered(StockRejected _) -> outOfStock(step);
            case Cancel cancel -> Cancelling.begin(step, Cancelling.wish(cancel), Due.STOCK);
            case DeadlinePassed _ -> Cancelling.begin(step, Cancelling.TIMED_OUT, Due.STOCK);
            case ChangeAddress change -> Reserved.changeAddress(step, change);
            case Command command -> step.refused(command);
            case StockAnswered _, PaymentAnswered _, ShippingAnswered _ -> step.unexpected(input);
        };
    }

    /** Nothing was reserved and nothing was asked for: cancelled and closed at once. */
    private static Verdict outOfStock(Step step) {
        var why = Cancellation.of(CancelReasons.OUT_OF_STOCK, RequestedBy.SYSTEM);
        var cancelled = step.emit(Announce.cancelled(step.order(), why));
        return cancelled.emit(Announce.closed(cancelled.order())).applied();
    }
}
