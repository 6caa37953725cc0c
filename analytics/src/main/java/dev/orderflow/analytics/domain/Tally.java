package dev.orderflow.analytics.domain;

import static java.util.Objects.requireNonNullElse;

import dev.orderflow.contracts.value.Money;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was counted of something. Tallies add up, in any order and grouping: an event's to a partition's, a partition's to
 * the whole.
 *
 * @param counts those that are not zero
 * @param revenue a sum for each currency
 * @param name what it is called, for people; null if it has no name but its key
 */
public record Tally(Map<Count, Long> counts, List<Money> revenue, String name) {

    public static final Tally NOTHING = new Tally(Map.of(), List.of(), null);

    public Tally {
        counts = Map.copyOf(requireNonNullElse(counts, Map.of()));
        revenue = List.copyOf(requireNonNullElse(revenue, List.of()));
    }

    /** What is counted. */
    public enum Count {
        PLACED,
        CONFIRMED,
        DELIVERED,
        CANCELLED,
        /** Orders of which one thing is counted. */
        ORDERS,
        /** Pieces of a product. */
        PIECES
    }

    public static Tally of(Count count, long many) {
        return new Tally(Map.of(count, many), List.of(), null);
    }

    Tally worth(Money money) {
        return new Tally(counts, List.of(money), name);
    }

    Tally called(String itsName) {
        return new Tally(counts, revenue, itsName);
    }

    public long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** Of two names the lesser: which one is left depends on no order. */
    public Tally plus(Tally other) {
        var sums = new EnumMap<Count, Long>(Count.class);
        sums.putAll(counts);
        other.counts.forEach((count, many) -> sums.merge(count, many, Math::addExact));
        return new Tally(sums, Sums.plus(revenue, other.revenue), lesser(name, other.name));
    }

    private static String lesser(String one, String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
