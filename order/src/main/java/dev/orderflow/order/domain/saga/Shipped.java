package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.Verdict;

/** The parcel is with the carrier; there is nobody whom a retry could ask. */
final class Shipped {

    private Shipped() {}

    static Verdict decide(Step step, OrderInput input) {
        return switch (input) {
            case ShippingAnswered(ShipmentDelivered delivered) ->
                step.emit(Announce.delivered(step.order(), delivered)).applied();
            case DeadlinePassed _ -> Stuck.overdue(step);
            case Command command -> step.refused(command);
            case StockAnswered _, PaymentAnswered _, ShippingAnswered _ -> step.unexpected(input);
        };
    }
}
