package dev.orderflow.client.model;

import java.time.Instant;
import java.util.List;

/**
 * What orders did in a minute.
 *
 * @param minute when it begins
 * @param revenue what the orders cost that were delivered in it; a sum for each currency
 */
public record Minute(
        Instant minute, long placed, long confirmed, long delivered, long cancelled, List<Money> revenue) {}
