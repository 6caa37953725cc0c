package dev.orderflow.shipping.domain;

import dev.orderflow.shipping.domain.Input.BookingExpired;
import dev.orderflow.shipping.domain.Input.Confirmed;
import dev.orderflow.shipping.domain.Input.LabelBought;
import dev.orderflow.shipping.domain.Input.LabelCreated;
import dev.orderflow.shipping.domain.Input.LabelRefused;
import dev.orderflow.shipping.domain.Input.LabelVoided;
import dev.orderflow.shipping.domain.Input.OfLabel;
import dev.orderflow.shipping.domain.Input.ParcelArrived;
import dev.orderflow.shipping.domain.Input.ParcelMoved;
import dev.orderflow.shipping.domain.Input.RecallRequested;
import dev.orderflow.shipping.domain.Input.ReturnAccepted;
import dev.orderflow.shipping.domain.Input.VoidingExpired;

/** From a shipment and what happened to what follows. Every state answers every input. */
public final class Decider {

    private Decider() {}

    public static Step decide(Shipment shipment, Input input) {
        return switch (react(shipment, input)) {
            case Step.Applied applied -> applied.after(shipment.version());
            case Step.Ignored ignored -> ignored;
        };
    }

    private static Step react(Shipment shipment, Input input) {
        return switch (input) {
            case Confirmed confirmed -> Requests.confirmed(shipment, confirmed);
            case RecallRequested recall -> Requests.recall(shipment, recall);
            case ReturnAccepted accepted -> WayBack.accepted(shipment, accepted);
            case OfLabel fact when shipment.outbound().is(fact.label()) -> wayOut(shipment, fact);
            case OfLabel fact when shipment.inbound().is(fact.label()) -> wayBack(shipment, fact);
            case OfLabel fact -> Step.ignored("another-label");
        };
    }

    private static Step wayOut(Shipment shipment, OfLabel fact) {
        return switch (fact) {
            case LabelCreated created -> Booking.created(shipment, created);
            case LabelBought bought -> Booking.bought(shipment, bought);
            case LabelRefused refused -> Booking.refused(shipment, refused);
            case BookingExpired expired -> Booking.expired(shipment);
            case LabelVoided voided -> Voiding.voided(shipment);
            case VoidingExpired expired -> Voiding.expired(shipment);
            case ParcelMoved moved -> Transit.moved(shipment, moved);
            case ParcelArrived arrived -> Transit.arrived(shipment, arrived);
        };
    }

    private static Step wayBack(Shipment shipment, OfLabel fact) {
        return switch (fact) {
            case LabelCreated created -> WayBack.created(shipment, created);
            case LabelBought bought -> WayBack.bought(shipment, bought);
            case LabelRefused refused -> WayBack.refused(shipment, refused);
            case BookingExpired expired -> WayBack.expired(shipment);
            case ParcelMoved moved -> WayBack.moved(shipment, moved);
            case ParcelArrived arrived -> WayBack.arrived(shipment, arrived);
            case LabelVoided voided -> Step.ignored("returns-are-not-voided");
            case VoidingExpired expired -> Step.ignored("returns-are-not-voided");
        };
    }
}
