package dev.orderflow.shipping.domain;

/** Where an order's parcel is, as far as shipping knows. */
public enum Status {
    /** Nothing was asked of shipping yet. */
    NONE,
    /** Recalled before it was confirmed: a confirmation that still comes books nothing. */
    RECALLED,
    /** A label is being bought; whether it was is known only when the carrier has answered. */
    BOOKING,
    /** The label is bought; the parcel has not left. */
    SCHEDULED,
    /** Nothing was or will be shipped, because it can't be. */
    REJECTED,
    /** The carrier has the parcel: the point of no return. */
    DISPATCHED,
    DELIVERED,
    /** The label is being voided; the carrier may still say that the parcel has left. */
    RECALLING,
    /** Nothing was or will be shipped, because it was recalled. */
    CANCELLED,
    /** A label for the way back is being bought. */
    RETURN_BOOKING,
    /** The customer may hand the parcel over, or has done so. */
    RETURN_IN_TRANSIT,
    RETURN_RECEIVED
}
