package dev.orderflow.order.domain;

import java.util.UUID;

/**
 * What order knows of its payment; payment itself knows more.
 *
 * @param id null if the provider was never asked
 */
public record Payment(UUID id, Status status) {

    /** What payment said last. */
    public enum Status {
        COMPLETED,
        DECLINED,
        VOIDED,
        REFUNDED,
        REFUND_FAILED
    }

    /** A later answer, which may no longer name the payment. */
    static Payment after(Payment before, UUID id, Status status) {
        return new Payment(id == null && before != null ? before.id : id, status);
    }
}
