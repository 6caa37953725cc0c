package dev.orderflow.payment.persistence;

import java.util.UUID;

/**
 * An order of which something is asked.
 *
 * @param traceparent kept with a payment that is made now, for the provider's webhooks to find back to the order's trace;
 *     null if nobody records that
 */
public record Asked(UUID orderId, String customerId, String traceparent) {}
