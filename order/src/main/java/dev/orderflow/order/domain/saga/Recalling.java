package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.shipping.ShipmentCancelled;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.order.domain.Answer;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.Retry;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.domain.Verdict.Why;

/** Shipping is asked to hold the parcel back; its answer decides whether the cancellation or the parcel goes on. */
final class Recalling {

    private Recalling() {}

    static Verdict decide(Step step, OrderInput input) {
        return switch (input) {
            case ShippingAnswered(ShipmentCancelled cancelled) -> cancelled(step, cancelled);
            case ShippingAnswered(ShipmentRejected rejected) ->
                Parcel.rejected(step, rejected, step.order().cancellation());
            case ShippingAnswered(ShipmentDispatched dispatched) -> Parcel.dispatched(step, dispatched, true);
            case ShippingAnswered(ShipmentScheduled scheduled) -> Parcel.tracked(step, scheduled);
            case DeadlinePassed _ -> Stuck.overdue(step);
            case Retry _ -> retry(step);
            case Cancel _ -> step.ignored(Why.DUPLICATE);
            case Command command -> step.refused(command);
            case StockAnswered _, PaymentAnswered _, ShippingAnswered _ -> step.unexpected(input);
        };
    }

    private static Verdict cancelled(Step step, ShipmentCancelled cancelled) {
        var recorded =
                Announce.answer(step.order(), Answer.SHIPMENT_CANCELLED, cancelled.shipmentId(), cancelled.reason());
        return Cancelling.begin(step.emit(recorded), step.order().cancellation(), Due.STOCK, Due.PAYMENT);
    }

    private static Verdict retry(Step step) {
        var order = step.order();
        return step.emit(Announce.recallRequested(
                        order, order.cancellation(), order.progress().round() + 1))
                .applied();
    }
}
