package dev.orderflow.shipping.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Everything that a shipment reacts to: order's requests, what the carrier answered, what its tracker says. Facts of the
 * carrier may be told more than once and in any order.
 */
public sealed interface Input {

    /** What a request or fact is about one label; the label tells the way out from the way back. */
    sealed interface OfLabel extends Input {
        UUID label();
    }

    /** The order is paid. {@code label} is the id of the label to buy. */
    record Confirmed(UUID label, Destination destination) implements Input {}

    /** The order is to be cancelled unless the parcel has left. */
    record RecallRequested(int round) implements Input {}

    /** The customer may send the parcel back. {@code label} is the id of the label to buy. */
    record ReturnAccepted(UUID label, int round, Destination destination) implements Input {}

    /** The carrier knows the shipment; nothing is paid yet. */
    record LabelCreated(UUID label, String carrierId, String rate) implements OfLabel {}

    record LabelBought(UUID label, Tracking tracking, Instant at) implements OfLabel {}

    /**
     * The carrier will not take such a parcel: nothing was bought.
     *
     * @param carrierId of the shipment that it won't sell a label for; null if it would not even have one
     */
    record LabelRefused(UUID label, String carrierId, String reason) implements OfLabel {}

    /** Nobody knows whether the label was bought, and it is not tried any longer. */
    record BookingExpired(UUID label) implements OfLabel {}

    /** There is no valid label any more, or there never was one. */
    record LabelVoided(UUID label) implements OfLabel {}

    /** Nobody knows whether the label was voided, and it is not tried any longer. */
    record VoidingExpired(UUID label) implements OfLabel {}

    /** The carrier has the parcel; also why it would not void the label. */
    record ParcelMoved(UUID label, Tracking tracking, Instant at) implements OfLabel {}

    /** @param movedAt when the carrier took it; null if it doesn't say */
    record ParcelArrived(UUID label, Tracking tracking, Instant movedAt, Instant at) implements OfLabel {}
}
