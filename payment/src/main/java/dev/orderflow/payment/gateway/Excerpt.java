package dev.orderflow.payment.gateway;

import dev.orderflow.payment.domain.reconciliation.Booked;
import java.util.List;

/**
 * A part of the provider's books.
 *
 * @param intents which intents it tells about, those that the provider does not know included
 * @param next where to go on; null at the end
 */
public record Excerpt(List<String> intents, List<Booked> booked, String next) {}
