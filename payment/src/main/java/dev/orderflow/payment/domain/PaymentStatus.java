package dev.orderflow.payment.domain;

/** Where a payment stands. */
public enum PaymentStatus {
    /** Nothing is known of the order yet. */
    NONE,
    /** The provider is being asked for an intent; no money can move before that is confirmed. */
    CREATING,
    /** The intent is known and being confirmed; the money may be taken at any moment. */
    AUTHORISING,
    /** The money was taken. */
    CAPTURED,
    /** No money was taken, and none will be. */
    DECLINED,
    /** A cancellation came while the provider was being asked; it is answered once the provider's last word is known. */
    VOIDING,
    /** Cancelled without money; also if the cancellation came before any request for payment. */
    VOIDED,
    /** The provider is being asked to pay the money back. */
    REFUNDING,
    /** All of the money was paid back. */
    REFUNDED,
    /** The money could not be paid back; a further request tries again. */
    REFUND_FAILED
}
