package dev.orderflow.shipping.domain;

import dev.orderflow.shipping.domain.Call.BuyLabel;
import dev.orderflow.shipping.domain.Call.CreateLabel;
import dev.orderflow.shipping.domain.Call.WatchParcel;
import dev.orderflow.shipping.domain.Input.LabelBought;
import dev.orderflow.shipping.domain.Input.LabelCreated;
import dev.orderflow.shipping.domain.Input.LabelRefused;
import dev.orderflow.shipping.domain.Input.ParcelArrived;
import dev.orderflow.shipping.domain.Input.ParcelMoved;
import dev.orderflow.shipping.domain.Input.ReturnAccepted;

/** A return, from its acceptance until the parcel is back. */
final class WayBack {

    private WayBack() {}

    /** Order knows better who has the parcel: an operator may have said so when the tracker did not. */
    static Step accepted(Shipment shipment, ReturnAccepted accepted) {
        if (accepted.round() <= shipment.returnRound()) {
            return Step.ignored("answered-before");
        }
        var asked = shipment.returnedIn(accepted.round());
        return switch (shipment.status()) {
            case NONE, RECALLED, SCHEDULED, REJECTED, DISPATCHED, DELIVERED, CANCELLED -> book(asked, accepted);
            // Nobody waits any more for what becomes of the label out.
            case BOOKING, RECALLING -> book(asked, accepted);
            case RETURN_BOOKING -> shipment.stalled() ? book(asked, accepted) : Step.to(asked);
            case RETURN_IN_TRANSIT -> watch(asked);
            case RETURN_RECEIVED -> Step.to(asked).tell(Told.returnReceived(asked));
        };
    }

    /** A label that an earlier round asked for, and that may exist, is asked for again. */
    private static Step book(Shipment asked, ReturnAccepted accepted) {
        boolean again = asked.inbound().id() != null;
        var label = again ? asked.inbound() : Label.wanted(accepted.label());
        var booking = asked.back(label).in(Status.RETURN_BOOKING);
        if (!accepted.destination().isKnown()) {
            return Step.to(booking.givenUp());
        }
        return Step.to(booking.goingTo(accepted.destination())).ask(new CreateLabel(label.id(), true, again));
    }

    /**
     * Told again when an operator's retry has looked the label up: it is bought on. Another shipment under the same
     * reference was made by an attempt that was overtaken; unpaid, it costs nothing.
     */
    static Step created(Shipment shipment, LabelCreated created) {
        var known = shipment.inbound().carrierId();
        if (shipment.status() != Status.RETURN_BOOKING || known != null && !known.equals(created.carrierId())) {
            return Step.ignored("created-before");
        }
        return Step.to(shipment.back(shipment.inbound().created(created.carrierId())))
                .ask(new BuyLabel(created.label(), created.carrierId(), created.rate()));
    }

    static Step bought(Shipment shipment, LabelBought bought) {
        if (shipment.status() != Status.RETURN_BOOKING) {
            return Step.ignored("bought-before");
        }
        var known = shipment.back(shipment.inbound().bought(bought.tracking(), bought.at()));
        return watch(known.in(Status.RETURN_IN_TRANSIT));
    }

    /** Left to the order's deadline and an operator, whose next round asks with a new label. */
    static Step refused(Shipment shipment, LabelRefused refused) {
        return shipment.status() == Status.RETURN_BOOKING && shipment.inbound().isKnownAs(refused.carrierId())
                ? Step.to(shipment.back(Label.NONE).goingTo(null).givenUp())
                : Step.ignored("bought-before");
    }

    static Step expired(Shipment shipment) {
        return shipment.status() == Status.RETURN_BOOKING
                ? Step.to(shipment.goingTo(null).givenUp())
                : Step.ignored("bought-before");
    }

    static Step moved(Shipment shipment, ParcelMoved moved) {
        var label = shipment.inbound();
        if (shipment.status() == Status.RETURN_RECEIVED || label.dispatchedAt() != null) {
            return Step.ignored("moved-before");
        }
        var known = shipment.back(label.bought(moved.tracking(), moved.at()).dispatched(moved.at()))
                .in(Status.RETURN_IN_TRANSIT);
        return shipment.status() == Status.RETURN_BOOKING ? watch(known) : Step.to(known);
    }

    static Step arrived(Shipment shipment, ParcelArrived arrived) {
        if (shipment.status() == Status.RETURN_RECEIVED) {
            return Step.ignored("received-before");
        }
        var label = shipment.inbound().bought(arrived.tracking(), arrived.at()).arrived(arrived.at());
        var received = shipment.back(label).in(Status.RETURN_RECEIVED);
        return Step.to(received).tell(Told.returnReceived(received));
    }

    private static Step watch(Shipment inTransit) {
        var label = inTransit.inbound();
        return Step.to(inTransit).ask(new WatchParcel(label.id(), label.carrierId()));
    }
}
