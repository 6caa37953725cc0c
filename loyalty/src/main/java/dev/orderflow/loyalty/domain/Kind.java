package dev.orderflow.loyalty.domain;

/** Why points moved. */
public enum Kind {
    /** An order was delivered. */
    EARNED,
    /** That order was returned, or cancelled by hand. */
    TAKEN_BACK
}
