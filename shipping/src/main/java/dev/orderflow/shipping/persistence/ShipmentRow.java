package dev.orderflow.shipping.persistence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orderflow.shipping.domain.Destination;
import dev.orderflow.shipping.domain.Label;
import dev.orderflow.shipping.domain.Shipment;
import dev.orderflow.shipping.domain.Status;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code shipment} as Postgres turns it to JSON and back, so that a batch is one parameter. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ShipmentRow(
        @JsonProperty("order_id") UUID orderId,
        @JsonProperty("customer_id") String customerId,
        @JsonProperty("status") Status status,
        @JsonProperty("version") long version,
        @JsonProperty("recall_round") int recallRound,
        @JsonProperty("return_round") int returnRound,
        @JsonProperty("stalled") boolean stalled,
        @JsonProperty("label_id") UUID labelId,
        @JsonProperty("carrier_id") String carrierId,
        @JsonProperty("carrier") String carrier,
        @JsonProperty("tracking_number") String trackingNumber,
        @JsonProperty("scheduled_at") Instant scheduledAt,
        @JsonProperty("dispatched_at") Instant dispatchedAt,
        @JsonProperty("delivered_at") Instant deliveredAt,
        @JsonProperty("return_label_id") UUID returnLabelId,
        @JsonProperty("return_carrier_id") String returnCarrierId,
        @JsonProperty("return_carrier") String returnCarrier,
        @JsonProperty("return_tracking_number") String returnTrackingNumber,
        @JsonProperty("return_booked_at") Instant returnBookedAt,
        @JsonProperty("return_dispatched_at") Instant returnDispatchedAt,
        @JsonProperty("return_received_at") Instant returnReceivedAt,
        @JsonProperty("destination") Destination destination) {

    static ShipmentRow of(Shipment shipment) {
        var out = shipment.outbound();
        var back = shipment.inbound();
        return new ShipmentRow(
                shipment.orderId(),
                shipment.customerId(),
                shipment.status(),
                shipment.version(),
                shipment.recallRound(),
                shipment.returnRound(),
                shipment.stalled(),
                out.id(),
                out.carrierId(),
                out.carrier(),
                out.trackingNumber(),
                out.boughtAt(),
                out.dispatchedAt(),
                out.arrivedAt(),
                back.id(),
                back.carrierId(),
                back.carrier(),
                back.trackingNumber(),
                back.boughtAt(),
                back.dispatchedAt(),
                back.arrivedAt(),
                shipment.destination());
    }

    Shipment shipment() {
        var out = new Label(labelId, carrierId, carrier, trackingNumber, scheduledAt, dispatchedAt, deliveredAt);
        var back = new Label(
                returnLabelId,
                returnCarrierId,
                returnCarrier,
                returnTrackingNumber,
                returnBookedAt,
                returnDispatchedAt,
                returnReceivedAt);
        return new Shipment(
                orderId, customerId, status, out, back, recallRound, returnRound, stalled, destination, version);
    }
}
