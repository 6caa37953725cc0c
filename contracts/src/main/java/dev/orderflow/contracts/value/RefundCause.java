package dev.orderflow.contracts.value;

/** Which request a refund answers. Readers decide by it, so a new cause is a new version of the events that carry it. */
public enum RefundCause {
    /** OrderCancelled. */
    CANCELLED,
    /** OrderReturned. */
    RETURNED
}
