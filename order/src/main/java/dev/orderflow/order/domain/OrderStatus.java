package dev.orderflow.order.domain;

/** Where an order's saga stands. Names are part of the HTTP contract and of the stored rows. */
public enum OrderStatus {
    /** Placed; waits for stock. */
    PENDING,
    /** Stock is reserved; waits for payment. */
    RESERVED,
    /** Paid; waits for shipping. */
    CONFIRMED,
    /** To be cancelled, if shipping can still hold the parcel back. */
    RECALLING,
    /** Being undone; waits for those who are due. */
    CANCELLING,
    /** Undone; final, unless its refund breaks. */
    CANCELLED,
    /** On its way; can't be cancelled any more. */
    SHIPPED,
    /** Arrived; final unless it is sent back. */
    DELIVERED,
    /** On its way back. */
    RETURNING,
    /** Back; waits for refund and restocking. */
    REFUNDING,
    /** Refunded and restocked; final, unless its refund breaks. */
    RETURNED;

    /** Nothing is waited for: no deadline runs and the order is not open. */
    public boolean isSettled() {
        return this == CANCELLED || this == DELIVERED || this == RETURNED;
    }

    /** Where an order stands whose refund has broken: being undone, once more if it was over. */
    OrderStatus unrefunded() {
        return switch (this) {
            case CANCELLED -> CANCELLING;
            case RETURNED -> REFUNDING;
            case PENDING, RESERVED, CONFIRMED, RECALLING, CANCELLING, SHIPPED, DELIVERED, RETURNING, REFUNDING -> this;
        };
    }
}
