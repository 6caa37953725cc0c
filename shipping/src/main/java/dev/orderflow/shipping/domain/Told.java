package dev.orderflow.shipping.domain;

import dev.orderflow.contracts.shipping.ReturnReceived;
import dev.orderflow.contracts.shipping.ShipmentCancelled;
import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.contracts.shipping.ShippingEvent;

/** The events of a shipment, from what is known of it. */
final class Told {

    private Told() {}

    static ShippingEvent scheduled(Shipment shipment) {
        var label = shipment.outbound();
        return new ShipmentScheduled(
                shipment.orderId(), shipment.customerId(), label.id(), label.carrier(), label.trackingNumber());
    }

    static ShippingEvent rejected(Shipment shipment, String reason) {
        return new ShipmentRejected(
                shipment.orderId(), shipment.customerId(), shipment.outbound().id(), reason);
    }

    static ShippingEvent dispatched(Shipment shipment) {
        var label = shipment.outbound();
        return new ShipmentDispatched(
                shipment.orderId(),
                shipment.customerId(),
                label.id(),
                label.carrier(),
                label.trackingNumber(),
                label.dispatchedAt());
    }

    static ShippingEvent delivered(Shipment shipment) {
        var label = shipment.outbound();
        return new ShipmentDelivered(shipment.orderId(), shipment.customerId(), label.id(), label.arrivedAt());
    }

    static ShippingEvent cancelled(Shipment shipment) {
        return new ShipmentCancelled(
                shipment.orderId(), shipment.customerId(), shipment.outbound().id(), "recalled before it left");
    }

    static ShippingEvent returnReceived(Shipment shipment) {
        var label = shipment.inbound();
        return new ReturnReceived(shipment.orderId(), shipment.customerId(), label.id(), label.arrivedAt());
    }
}
