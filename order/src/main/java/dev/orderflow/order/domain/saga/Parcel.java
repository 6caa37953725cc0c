package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.order.domain.Answer;
import dev.orderflow.order.domain.Cancellation;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.domain.Verdict.Why;

/** What shipping says means the same whether or not the parcel is being recalled. */
final class Parcel {

    private Parcel() {}

    static Verdict tracked(Step step, ShipmentScheduled scheduled) {
        return step.order().shipment() == null
                ? step.emit(Announce.tracked(step.order(), scheduled)).applied()
                : step.ignored(Why.DUPLICATE);
    }

    static Verdict rejected(Step step, ShipmentRejected rejected, Cancellation why) {
        var recorded =
                Announce.answer(step.order(), Answer.SHIPMENT_REJECTED, rejected.shipmentId(), rejected.reason());
        return Cancelling.begin(step.emit(recorded), why, Due.STOCK, Due.PAYMENT);
    }

    static Verdict dispatched(Step step, ShipmentDispatched dispatched, boolean cancellationRefused) {
        return step.emit(Announce.shipped(step.order(), dispatched, cancellationRefused))
                .applied();
    }
}
