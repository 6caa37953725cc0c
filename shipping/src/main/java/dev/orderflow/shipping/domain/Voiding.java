package dev.orderflow.shipping.domain;

import dev.orderflow.shipping.domain.Call.VoidLabel;

/** Taking a label back: because of a recall, or because nobody knows whether it was bought. */
final class Voiding {

    private Voiding() {}

    static Step begin(Shipment shipment) {
        var label = shipment.outbound();
        return Step.to(shipment.in(Status.RECALLING)).ask(new VoidLabel(label.id(), label.carrierId()));
    }

    static Step voided(Shipment shipment) {
        if (shipment.status() != Status.RECALLING) {
            return Step.ignored("voided-in-vain");
        }
        if (shipment.isRecalled()) {
            var cancelled = shipment.in(Status.CANCELLED);
            return Step.to(cancelled).tell(Told.cancelled(cancelled));
        }
        var rejected = shipment.in(Status.REJECTED);
        return Step.to(rejected).tell(Told.rejected(rejected, "carrier-unavailable"));
    }

    /** Left to a repeated recall: cancelling by guess could leave a paid label with a carrier that uses it. */
    static Step expired(Shipment shipment) {
        return shipment.status() == Status.RECALLING ? Step.to(shipment.givenUp()) : Step.ignored("voided-before");
    }
}
