package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.shipping.domain.Input;
import java.util.List;
import java.util.UUID;

/**
 * Facts about the shipment of an order.
 *
 * @param cause what they were learned by
 */
record Learned(UUID orderId, List<Input> facts, Cause cause) {}
