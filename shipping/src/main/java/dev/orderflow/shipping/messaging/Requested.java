package dev.orderflow.shipping.messaging;

import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.shipping.domain.Destination;
import dev.orderflow.shipping.domain.Input;

/** Order's events as what they ask of a shipment. */
final class Requested {

    private Requested() {}

    /** @throws IllegalArgumentException for an event that asks nothing of shipping */
    static Input by(Object event) {
        return switch (event) {
            case OrderConfirmed confirmed ->
                new Input.Confirmed(EventIds.next(), new Destination(confirmed.shippingAddress(), confirmed.contact()));
            case ShipmentRecallRequested recall -> new Input.RecallRequested(recall.round());
            case ReturnAccepted accepted ->
                new Input.ReturnAccepted(
                        EventIds.next(), accepted.round(), new Destination(accepted.pickupAddress(), null));
            default -> throw new IllegalArgumentException("asks nothing of shipping: " + event.getClass());
        };
    }
}
