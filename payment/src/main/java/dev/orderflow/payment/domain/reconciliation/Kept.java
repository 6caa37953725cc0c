package dev.orderflow.payment.domain.reconciliation;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.PaymentStatus;
import java.time.Instant;
import java.util.UUID;

/** What our own books say of an intent. */
public record Kept(
        UUID orderId, String intentId, PaymentStatus status, Money captured, Money refunded, Instant changedAt) {

    /** Whether the customer has all of the money back. */
    boolean keepsNothing() {
        return captured.equals(refunded);
    }
}
