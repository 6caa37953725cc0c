package dev.orderflow.analytics.domain;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.reverseOrder;
import static java.util.Objects.requireNonNullElse;

import dev.orderflow.contracts.value.Money;
import java.time.Instant;
import java.util.Comparator;
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
 * @param namedAt since when, by the event that said so; null if it has no name, or if a release stored it that kept no time
 */
public record Tally(Map<Count, Long> counts, List<Money> revenue, String name, Instant namedAt) {

    public static final Tally NOTHING = new Tally(Map.of(), List.of(), null, null);

    /** Names without a time are the oldest; of two of the same time it is the lesser, so that no order of adding matters. */
    private static final Comparator<Tally> LATEST_NAME =
            Comparator.comparing(Tally::namedAt, nullsFirst(naturalOrder())).thenComparing(Tally::name, reverseOrder());

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
        return new Tally(Map.of(count, many), List.of(), null, null);
    }

    Tally worth(Money money) {
        return new Tally(counts, List.of(money), name, namedAt);
    }

    Tally called(String itsName, Instant at) {
        return new Tally(counts, revenue, itsName, at);
    }

    public long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** Of two names the later one. */
    public Tally plus(Tally other) {
        var sums = new EnumMap<Count, Long>(Count.class);
        sums.putAll(counts);
        other.counts.forEach((count, many) -> sums.merge(count, many, Math::addExact));
        var named = namedLater(other);
        return new Tally(sums, Sums.plus(revenue, other.revenue), named.name, named.namedAt);
    }

    private Tally namedLater(Tally other) {
        if (name == null || other.name == null) {
            return name == null ? other : this;
        }
        return LATEST_NAME.compare(this, other) >= 0 ? this : other;
    }
}
