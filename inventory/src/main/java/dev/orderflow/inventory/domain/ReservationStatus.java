package dev.orderflow.inventory.domain;

/** Where an order's stock is. Stored by name. */
public enum ReservationStatus {
    /** Nothing was asked for yet. */
    NEW,
    /** Promised to the order, still on the shelf. */
    RESERVED,
    /** The order got nothing. */
    REJECTED,
    /** The order is over and holds nothing; it may never have held anything. */
    RELEASED,
    /** It left with the parcel. */
    CONSUMED,
    /** It left, came back and is on the shelf again. */
    RESTOCKED
}
