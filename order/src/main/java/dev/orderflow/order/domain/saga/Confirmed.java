package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.order.domain.CancelReasons;
import dev.orderflow.order.domain.Cancellation;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.RequestedBy;
import dev.orderflow.order.domain.Verdict;

/** Waits for shipping. Dispatch is the point of no return and only shipping knows it, so a cancellation asks it first. */
final class Confirmed {

    private static final Cancellation UNDELIVERABLE = Cancellation.of(CancelReasons.UNDELIVERABLE, RequestedBy.SYSTEM);

    private Confirmed() {}

    static Verdict decide(Step step, OrderInput input) {
        return switch (input) {
            case ShippingAnswered(ShipmentScheduled scheduled) -> Parcel.tracked(step, scheduled);
            case ShippingAnswered(ShipmentRejected rejected) -> Parcel.rejected(step, rejected, UNDELIVERABLE);
            case ShippingAnswered(ShipmentDispatched dispatched) -> Parcel.dispatched(step, dispatched, false);
            case Cancel cancel -> recall(step, Cancelling.wish(cancel));
            case DeadlinePassed _ -> recall(step, Cancelling.TIMED_OUT);
            case Command command -> step.refused(command);
            case StockAnswered _, PaymentAnswered _, ShippingAnswered _ -> step.unexpected(input);
        };
    }

    private static Verdict recall(Step step, Cancellation why) {
        return step.emit(Announce.recallRequested(step.order(), why, 1)).applied();
    }
}
