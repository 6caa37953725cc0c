package dev.orderflow.payment.messaging;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.payment.domain.Fact;
import java.util.UUID;

/**
 * A fact about the payment of an order.
 *
 * @param cause what it was learned by
 */
public record Learned(UUID orderId, Fact fact, Cause cause) {}
