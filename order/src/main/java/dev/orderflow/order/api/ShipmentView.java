package dev.orderflow.order.api;

import dev.orderflow.order.domain.Shipment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param trackingNumber null, as the carrier is, until a label was issued */
@RegisterForReflection
@Schema(name = "Shipment", requiredProperties = "status")
record ShipmentView(UUID id, String carrier, String trackingNumber, Shipment.Status status) {

    static ShipmentView of(Shipment shipment) {
        return shipment == null
                ? null
                : new ShipmentView(shipment.id(), shipment.carrier(), shipment.trackingNumber(), shipment.status());
    }
}
