package dev.orderflow.shipping.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One parcel's label and what became of the parcel. What is not known yet is null.
 *
 * @param id our own id, which the carrier keeps as its reference; null when there is no label
 * @param carrierId the carrier's id, known once the shipment is created there
 * @param carrier the name of the carrier, known once the label is bought
 * @param trackingNumber known once the label is bought
 * @param boughtAt when the label was bought
 * @param dispatchedAt when the carrier took the parcel, by the carrier's clock
 * @param arrivedAt when it arrived, by the carrier's clock
 */
public record Label(
        UUID id,
        String carrierId,
        String carrier,
        String trackingNumber,
        Instant boughtAt,
        Instant dispatchedAt,
        Instant arrivedAt) {

    public static final Label NONE = new Label(null, null, null, null, null, null, null);

    static Label wanted(UUID id) {
        return new Label(id, null, null, null, null, null, null);
    }

    boolean is(UUID other) {
        return id != null && id.equals(other);
    }

    /**
     * Whether this is the carrier's shipment that is bought, or that none is known yet. An attempt that was overtaken may
     * tell of another one, which nobody buys: at most one is paid.
     */
    boolean isKnownAs(String otherCarrierId) {
        return Objects.equals(carrierId, otherCarrierId);
    }

    /** From then on its parcel is watched, once, whatever is done about the label. */
    boolean isBought() {
        return trackingNumber != null;
    }

    Label created(String newCarrierId) {
        return new Label(id, newCarrierId, carrier, trackingNumber, boughtAt, dispatchedAt, arrivedAt);
    }

    /** What was known first stays. */
    Label bought(Tracking tracking, Instant at) {
        return isBought()
                ? this
                : new Label(id, carrierId, tracking.carrier(), tracking.number(), at, dispatchedAt, arrivedAt);
    }

    Label dispatched(Instant at) {
        return new Label(id, carrierId, carrier, trackingNumber, boughtAt, at, arrivedAt);
    }

    Label arrived(Instant at) {
        return new Label(id, carrierId, carrier, trackingNumber, boughtAt, dispatchedAt, at);
    }
}
