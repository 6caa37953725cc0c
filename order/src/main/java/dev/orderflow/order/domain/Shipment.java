package dev.orderflow.order.domain;

import java.util.UUID;

/**
 * What order knows of its parcel; shipping itself knows more.
 *
 * @param id null if none was begun
 * @param carrier null until a label was issued
 * @param trackingNumber null until a label was issued
 */
public record Shipment(UUID id, String carrier, String trackingNumber, Status status) {

    /** Where the parcel is. */
    public enum Status {
        SCHEDULED,
        REJECTED,
        CANCELLED,
        DISPATCHED,
        DELIVERED,
        RETURNED
    }

    /** The same parcel in another place; a parcel that was never known begins without a label. */
    static Shipment after(Shipment before, UUID id, Status status) {
        return before == null
                ? new Shipment(id, null, null, status)
                : new Shipment(before.id, before.carrier, before.trackingNumber, status);
    }
}
