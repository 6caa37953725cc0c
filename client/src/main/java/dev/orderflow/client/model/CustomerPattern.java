package dev.orderflow.client.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a customer orders. All zero for who has never ordered, or was erased since.
 *
 * @param spent what delivered orders cost; a sum for each currency
 * @param refunded what returns brought back
 * @param placedByWeekday in UTC; days without an order are left out
 */
public record CustomerPattern(
        String customerId,
        long placed,
        long delivered,
        long cancelled,
        long returned,
        List<Money> spent,
        List<Money> refunded,
        Map<DayOfWeek, Long> placedByWeekday,
        Optional<Instant> firstOrderAt,
        Optional<Instant> lastOrderAt) {}
