package dev.orderflow.payment.persistence;

import dev.orderflow.payment.domain.Payment;

/**
 * A payment, and the trace of its order.
 *
 * @param traceparent null if nobody records it
 */
public record Followed(Payment payment, String traceparent) {}
