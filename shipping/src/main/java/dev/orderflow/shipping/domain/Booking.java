package dev.orderflow.shipping.domain;

import dev.orderflow.shipping.domain.Call.BuyLabel;
import dev.orderflow.shipping.domain.Call.VoidLabel;
import dev.orderflow.shipping.domain.Call.WatchParcel;
import dev.orderflow.shipping.domain.Input.LabelBought;
import dev.orderflow.shipping.domain.Input.LabelCreated;
import dev.orderflow.shipping.domain.Input.LabelRefused;
import dev.orderflow.shipping.domain.Step.Applied;

/** Buying the label for the way out: created first, so that its id is durable before anything is paid. */
final class Booking {

    private Booking() {}

    static Step created(Shipment shipment, LabelCreated created) {
        if (shipment.status() != Status.BOOKING || shipment.outbound().carrierId() != null) {
            return Step.ignored("created-before");
        }
        var known = shipment.out(shipment.outbound().created(created.carrierId()));
        // An unpaid shipment costs nothing, so there is nothing to void.
        return known.isRecalled()
                ? cancelled(known)
                : Step.to(known).ask(new BuyLabel(created.label(), created.carrierId(), created.rate()));
    }

    static Step bought(Shipment shipment, LabelBought bought) {
        var known = shipment.out(shipment.outbound().bought(bought.tracking(), bought.at()));
        return switch (shipment.status()) {
            case BOOKING -> known.isRecalled() ? watched(Voiding.begin(known)) : scheduled(known);
            // Bought after all, behind the back of whoever gave it up: a voiding under way may have missed it.
            case RECALLING -> unlessBought(shipment, takenBack(known));
            case CANCELLED, REJECTED -> takenBack(known);
            case NONE, RECALLED, SCHEDULED, DISPATCHED, DELIVERED -> Step.ignored("bought-before");
            case RETURN_BOOKING, RETURN_IN_TRANSIT, RETURN_RECEIVED -> unlessUsed(known, shipment, "bought-before");
        };
    }

    /** The label is bought and wanted. */
    static Applied scheduled(Shipment bought) {
        var scheduled = bought.in(Status.SCHEDULED);
        return watched(Step.to(scheduled)).tell(Told.scheduled(scheduled));
    }

    private static Applied takenBack(Shipment bought) {
        var label = bought.outbound();
        return Step.to(bought).ask(new VoidLabel(label.id(), label.carrierId()));
    }

    /** A label that is known to be bought is watched already. */
    static Applied unlessBought(Shipment before, Applied step) {
        return before.outbound().isBought() ? step : watched(step);
    }

    private static Applied watched(Applied bought) {
        var label = bought.next().outbound();
        return bought.ask(new WatchParcel(label.id(), label.carrierId()));
    }

    static Step refused(Shipment shipment, LabelRefused refused) {
        if (shipment.status() != Status.BOOKING || !shipment.outbound().isKnownAs(refused.carrierId())) {
            return Step.ignored("booked-before");
        }
        var rejected = shipment.in(Status.REJECTED);
        // One answer for both requests: the recall is the newer one.
        return shipment.isRecalled()
                ? cancelled(shipment)
                : Step.to(rejected).tell(Told.rejected(rejected, refused.reason()));
    }

    static Step expired(Shipment shipment) {
        return switch (shipment.status()) {
            case BOOKING -> Voiding.begin(shipment);
            case RETURN_BOOKING, RETURN_IN_TRANSIT, RETURN_RECEIVED -> unlessUsed(shipment, shipment, "booked-before");
            case NONE, RECALLED, SCHEDULED, REJECTED, DISPATCHED, DELIVERED, RECALLING, CANCELLED ->
                Step.ignored("booked-before");
        };
    }

    /** What comes back without a label for its way out went some other way: the label is not wanted any more. */
    private static Step unlessUsed(Shipment known, Shipment before, String otherwise) {
        return before.outbound().isBought() ? Step.ignored(otherwise) : takenBack(known);
    }

    private static Step cancelled(Shipment shipment) {
        var cancelled = shipment.in(Status.CANCELLED);
        return Step.to(cancelled).tell(Told.cancelled(cancelled));
    }
}
