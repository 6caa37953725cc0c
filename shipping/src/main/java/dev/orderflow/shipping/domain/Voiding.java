package dev.orderflow.shipping.domain;

import dev.orderflow.shipping.domain.Call.VoidLabel;
import dev.orderflow.shipping.domain.Step.Applied;

/** Taking a label back: because of a recall, or because nobody knows whether it was bought. */
final class Voiding {

    private Voiding() {}

    static Applied begin(Shipment shipment) {
        var label = shipment.outbound();
        return Step.to(shipment.in(Status.RECALLING)).ask(new VoidLabel(label.id(), label.carrierId()));
    }

    static Step voided(Shipment shipment) {
        if (shipment.status() != Status.RECALLING) {
            return settled(shipment, "voided-in-vain");
        }
        if (shipment.isRecalled()) {
            var cancelled = shipment.in(Status.CANCELLED);
            return Step.to(cancelled).tell(Told.cancelled(cancelled));
        }
        var rejected = shipment.in(Status.REJECTED);
        return Step.to(rejected).tell(Told.rejected(rejected, "carrier-unavailable"));
    }

    static Step expired(Shipment shipment) {
        return switch (shipment.status()) {
            // Left to a repeated recall: cancelling by guess could leave a paid label with a carrier that uses it.
            case RECALLING -> Step.to(shipment.givenUp());
            // Nobody will ask again for what is over, but its label is paid for: operators see it, and it is tried on.
            case CANCELLED, REJECTED -> again(shipment.givenUp());
            case NONE, RECALLED, BOOKING, SCHEDULED, DISPATCHED, DELIVERED -> Step.ignored("voided-before");
            case RETURN_BOOKING, RETURN_IN_TRANSIT, RETURN_RECEIVED ->
                shipment.outbound().dispatchedAt() == null ? again(shipment) : Step.ignored("voided-before");
        };
    }

    /** What is known of the label of an order that is over ends the worry about it, if there was one. */
    static Step settled(Shipment over, String otherwise) {
        boolean isOver = over.status() == Status.CANCELLED || over.status() == Status.REJECTED;
        return isOver && over.stalled() ? Step.to(over.in(over.status())) : Step.ignored(otherwise);
    }

    private static Step again(Shipment shipment) {
        var label = shipment.outbound();
        return Step.to(shipment).ask(new VoidLabel(label.id(), label.carrierId()));
    }
}
