package dev.orderflow.payment.persistence;

import java.util.UUID;

/**
 * What came of asking the provider once.
 *
 * @param outcome in the words of {@link dev.orderflow.payment.domain.Fact#outcome()}
 */
public record Attempt(UUID orderId, String outcome) {}
