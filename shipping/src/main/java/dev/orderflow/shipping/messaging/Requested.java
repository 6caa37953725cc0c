package dev.orderflow.shipping.messaging;

import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.shipping.domain.Destination;
import dev.orderflow.shipping.domain.Input;
import java.util.UUID;

/** Order's events as what they ask of a shipment. */
final class Requested {

    private Requested() {}

    /**
     * @param id of the event; a label is named by what asked for it, so that the carrier's reference still fits after a
     *     restored database has read it again
     * @param erased whether where the customer is must be passed over, as if the event had come without it
     * @throws IllegalArgumentException for an event that asks nothing of shipping
     */
    static Input by(UUID id, Object event, boolean erased) {
        return switch (event) {
            case OrderConfirmed confirmed ->
                new Input.Confirmed(id, destination(confirmed.shippingAddress(), confirmed.contact(), erased));
            case ShipmentRecallRequested recall -> new Input.RecallRequested(recall.round());
            case ReturnAccepted accepted ->
                new Input.ReturnAccepted(id, accepted.round(), destination(accepted.pickupAddress(), null, erased));
            default -> throw new IllegalArgumentException("asks nothing of shipping: " + event.getClass());
        };
    }

    private static Destination destination(Address address, Contact contact, boolean erased) {
        return erased ? new Destination(null, null) : new Destination(address, contact);
    }
}
