package dev.orderflow.shipping.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orderflow.shipping.persistence.ShipmentEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An order's parcel. What is not known yet is absent.
 *
 * @param id the shipment; absent if the order was recalled before a shipment was begun
 * @param status of the whole: of the return once there is one
 */
@JsonInclude(Include.NON_NULL)
@RegisterForReflection
@Schema(
        name = "Shipment",
        requiredProperties = {"orderId", "status"})
public record ShipmentView(
        UUID id,
        UUID orderId,
        String status,
        String carrier,
        String trackingNumber,
        Instant scheduledAt,
        Instant dispatchedAt,
        Instant deliveredAt,
        @JsonProperty("return") ReturnView returned) {

    /** The way back. */
    @JsonInclude(Include.NON_NULL)
    @RegisterForReflection
    @Schema(name = "Return")
    public record ReturnView(
            UUID id,
            String carrier,
            String trackingNumber,
            Instant scheduledAt,
            Instant dispatchedAt,
            Instant receivedAt) {}

    static ShipmentView of(ShipmentEntity shipment) {
        return new ShipmentView(
                shipment.labelId,
                shipment.orderId,
                shipment.status,
                shipment.carrier,
                shipment.trackingNumber,
                shipment.scheduledAt,
                shipment.dispatchedAt,
                shipment.deliveredAt,
                shipment.status.startsWith("RETURN_") ? returnOf(shipment) : null);
    }

    private static ReturnView returnOf(ShipmentEntity shipment) {
        return new ReturnView(
                shipment.returnLabelId,
                shipment.returnCarrier,
                shipment.returnTrackingNumber,
                shipment.returnBookedAt,
                shipment.returnDispatchedAt,
                shipment.returnReceivedAt);
    }
}
