package dev.orderflow.shipping.persistence;

import dev.orderflow.shipping.domain.Shipment;

/**
 * A shipment, and the trace of its order.
 *
 * @param traceparent null if nobody records it
 */
public record Followed(Shipment shipment, String traceparent) {}
