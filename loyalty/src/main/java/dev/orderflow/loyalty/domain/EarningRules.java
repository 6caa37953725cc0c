package dev.orderflow.loyalty.domain;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What an order earns. Rules that change apply to what is delivered from then on: what was earned is kept, or taken back,
 * as it was.
 *
 * @param pointsPerUnit by ISO 4217 code, for one unit of the currency; what is not named earns nothing
 * @param minimum an order that would earn fewer points earns none
 */
public record EarningRules(Map<String, BigDecimal> pointsPerUnit, long minimum) {

    /** @throws IllegalArgumentException for a rate or a minimum below zero: points would be owed */
    public EarningRules {
        pointsPerUnit = Map.copyOf(requireNonNull(pointsPerUnit, "pointsPerUnit is required"));
        pointsPerUnit.forEach(EarningRules::check);
        if (minimum < 0) {
            throw new IllegalArgumentException("the least points of an order are at least 0, not " + minimum);
        }
    }

    private static void check(String currency, BigDecimal rate) {
        if (rate.signum() < 0) {
            throw new IllegalArgumentException("a unit of " + currency + " earns at least 0 points, not " + rate);
        }
    }

    /**
     * Whole points, rounded down once for the whole order.
     *
     * @throws ArithmeticException if they exceed a long
     */
    public long pointsFor(Money total) {
        var rate = pointsPerUnit.getOrDefault(total.currency(), BigDecimal.ZERO);
        long points =
                total.amount().multiply(rate).setScale(0, RoundingMode.DOWN).longValueExact();
        return points < minimum ? 0 : points;
    }
}
