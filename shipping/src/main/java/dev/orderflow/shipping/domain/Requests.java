package dev.orderflow.shipping.domain;

import dev.orderflow.shipping.domain.Call.CreateLabel;
import dev.orderflow.shipping.domain.Input.Confirmed;
import dev.orderflow.shipping.domain.Input.RecallRequested;

/** What order asks about the way out. */
final class Requests {

    private Requests() {}

    static Step confirmed(Shipment shipment, Confirmed confirmed) {
        if (shipment.status() != Status.NONE) {
            return Step.ignored(shipment.status() == Status.RECALLED ? "recalled-before" : "confirmed-before");
        }
        var wanted = shipment.out(Label.wanted(confirmed.label()));
        if (!confirmed.destination().isKnown()) {
            var rejected = wanted.in(Status.REJECTED);
            return Step.to(rejected).tell(Told.rejected(rejected, "address-unknown"));
        }
        return Step.to(wanted.in(Status.BOOKING).goingTo(confirmed.destination()))
                .ask(new CreateLabel(confirmed.label(), false, false));
    }

    /** Every round is answered once; while the carrier has not answered, its answer is awaited. */
    static Step recall(Shipment shipment, RecallRequested recall) {
        if (recall.round() <= shipment.recallRound()) {
            return Step.ignored("answered-before");
        }
        var recalled = shipment.recalledIn(recall.round());
        return switch (shipment.status()) {
            case NONE -> answer(recalled.in(Status.RECALLED));
            // The label may or may not be bought: only the booking's outcome tells what there is to void.
            case BOOKING -> Step.to(recalled);
            case SCHEDULED -> Voiding.begin(recalled);
            // The voiding under way answers this round too, unless the carrier was given up on.
            case RECALLING -> shipment.stalled() ? Voiding.begin(recalled) : Step.to(recalled);
            case RECALLED, REJECTED, CANCELLED, DISPATCHED, DELIVERED -> answer(recalled);
            case RETURN_BOOKING, RETURN_IN_TRANSIT, RETURN_RECEIVED -> answer(recalled);
        };
    }

    private static Step answer(Shipment recalled) {
        boolean left = recalled.outbound().dispatchedAt() != null;
        return Step.to(recalled).tell(left ? Told.dispatched(recalled) : Told.cancelled(recalled));
    }
}
