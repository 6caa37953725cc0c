package dev.orderflow.shipping.persistence;

import java.util.UUID;

/**
 * An order of which something is asked.
 *
 * @param traceparent kept with a shipment that is made now, for the carrier's webhooks to find back to the order's trace;
 *     null if nobody records that
 */
public record Asked(UUID orderId, String customerId, String traceparent) {}
