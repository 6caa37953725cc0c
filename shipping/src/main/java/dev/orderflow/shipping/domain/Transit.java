package dev.orderflow.shipping.domain;

import dev.orderflow.shipping.domain.Input.ParcelArrived;
import dev.orderflow.shipping.domain.Input.ParcelMoved;
import dev.orderflow.shipping.domain.Step.Applied;
import java.time.Instant;
import java.util.Objects;

/** What the tracker says of the way out. A parcel that moves has a label, and one that arrived has moved. */
final class Transit {

    private Transit() {}

    static Step moved(Shipment shipment, ParcelMoved moved) {
        return switch (shipment.status()) {
            case BOOKING, SCHEDULED, RECALLING -> dispatched(shipment, moved.tracking(), moved.at());
            case DISPATCHED, DELIVERED -> Step.ignored("dispatched-before");
            case CANCELLED, REJECTED -> Voiding.settled(shipment, "moved-without-label");
            case NONE, RECALLED -> Step.ignored("never-booked");
            case RETURN_BOOKING, RETURN_IN_TRANSIT, RETURN_RECEIVED -> Step.ignored("dispatched-before");
        };
    }

    static Step arrived(Shipment shipment, ParcelArrived arrived) {
        return switch (shipment.status()) {
            // The news that it moved is late or lost; others need it first.
            case BOOKING, SCHEDULED, RECALLING -> {
                var movedAt = Objects.requireNonNullElse(arrived.movedAt(), arrived.at());
                var dispatched = dispatched(shipment, arrived.tracking(), movedAt);
                yield delivered(dispatched, arrived.at());
            }
            case DISPATCHED -> delivered(Step.to(shipment), arrived.at());
            case DELIVERED -> Step.ignored("delivered-before");
            case CANCELLED, REJECTED -> Voiding.settled(shipment, "moved-without-label");
            case NONE, RECALLED -> Step.ignored("never-booked");
            case RETURN_BOOKING, RETURN_IN_TRANSIT, RETURN_RECEIVED -> Step.ignored("delivered-before");
        };
    }

    private static Applied dispatched(Shipment shipment, Tracking tracking, Instant at) {
        var known = shipment.out(shipment.outbound().bought(tracking, at));
        var before = switch (shipment.status()) {
            case BOOKING -> Booking.scheduled(known);
            case RECALLING -> Booking.unlessBought(shipment, Step.to(known));
            default -> Step.to(known);
        };
        var dispatched = known.out(known.outbound().dispatched(at)).in(Status.DISPATCHED);
        return new Applied(dispatched, before.events(), before.calls()).tell(Told.dispatched(dispatched));
    }

    private static Step delivered(Applied dispatched, Instant at) {
        var moved = dispatched.next();
        var delivered = moved.out(moved.outbound().arrived(at)).in(Status.DELIVERED);
        return new Applied(delivered, dispatched.events(), dispatched.calls()).tell(Told.delivered(delivered));
    }
}
