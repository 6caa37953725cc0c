package dev.orderflow.payment.domain.reconciliation;

/** What a comparison finds. */
public enum Finding {
    /** Both say the same, or neither has money. */
    AGREES,
    /** Changed too lately to tell: what explains the difference may be on its way. */
    IN_FLIGHT,
    /** The provider has taken money that payment knows nothing of. */
    CAPTURED_THERE_ONLY,
    /** Payment believes that money was taken, and the provider knows nothing of it. */
    CAPTURED_HERE_ONLY,
    /** Another amount, or another currency, was taken. */
    CAPTURE_DIFFERS,
    /** One of them knows of a refund that the other doesn't. */
    REFUND_DIFFERS,
    /** The money is to go back, and the provider still has it. */
    REFUND_MISSING;

    public boolean isDifference() {
        return this != AGREES && this != IN_FLIGHT;
    }
}
