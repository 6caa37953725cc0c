package dev.orderflow.order.domain;

/** What a participant said. Stored in the journal: never renamed, never reused. */
public enum Answer {
    STOCK_RELEASED,
    STOCK_RESTOCKED,
    PAYMENT_DECLINED,
    PAYMENT_VOIDED,
    PAYMENT_REFUNDED,
    REFUND_FAILED,
    SHIPMENT_REJECTED,
    SHIPMENT_CANCELLED
}
