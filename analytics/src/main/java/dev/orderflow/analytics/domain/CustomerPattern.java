package dev.orderflow.analytics.domain;

import static java.util.Objects.requireNonNullElse;

import dev.orderflow.contracts.value.Money;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a customer orders.
 *
 * @param erasedAt what was ordered until then is forgotten and stays so; null if they were never erased
 * @param counts orders that reached a milestone; only PLACED, DELIVERED, CANCELLED and RETURNED
 * @param spent what delivered orders cost
 * @param refunded what returns brought back
 * @param days orders placed by the day of the week, in UTC
 * @param firstOrderAt null if there is none, as is the last
 */
public record CustomerPattern(
        Instant erasedAt,
        Map<Milestone, Long> counts,
        List<Money> spent,
        List<Money> refunded,
        Map<DayOfWeek, Long> days,
        Instant firstOrderAt,
        Instant lastOrderAt) {

    public static final CustomerPattern NONE = forgotten(null);

    public CustomerPattern {
        counts = Map.copyOf(requireNonNullElse(counts, Map.of()));
        spent = List.copyOf(requireNonNullElse(spent, List.of()));
        refunded = List.copyOf(requireNonNullElse(refunded, List.of()));
        days = Map.copyOf(requireNonNullElse(days, Map.of()));
    }

    private static CustomerPattern forgotten(Instant erasedAt) {
        return new CustomerPattern(erasedAt, Map.of(), List.of(), List.of(), Map.of(), null, null);
    }

    public long count(Milestone milestone) {
        return counts.getOrDefault(milestone, 0L);
    }

    /** The same one if it changes nothing: what was forgotten is not learned again. */
    public CustomerPattern with(CustomerEntry entry) {
        if (entry.isErasure()) {
            return erased(entry.at());
        }
        return covers(erasedAt, entry.orderedAt()) ? this : reached(entry);
    }

    /** Who ordered only after it was asked for keeps that; who did both before and after loses both. */
    private CustomerPattern erased(Instant at) {
        if (covers(erasedAt, at)) {
            return this;
        }
        boolean onlyLater = firstOrderAt != null && firstOrderAt.isAfter(at);
        return onlyLater
                ? new CustomerPattern(at, counts, spent, refunded, days, firstOrderAt, lastOrderAt)
                : forgotten(at);
    }

    private static boolean covers(Instant erasure, Instant moment) {
        return erasure != null && !moment.isAfter(erasure);
    }

    private CustomerPattern reached(CustomerEntry entry) {
        boolean placed = entry.reached() == Milestone.PLACED;
        return new CustomerPattern(
                erasedAt,
                plusOne(Milestone.class, counts, entry.reached()),
                entry.reached() == Milestone.DELIVERED ? plus(spent, entry.money()) : spent,
                entry.reached() == Milestone.RETURNED ? plus(refunded, entry.money()) : refunded,
                placed ? plusOne(DayOfWeek.class, days, day(entry.orderedAt())) : days,
                earlier(entry.orderedAt()),
                later(entry.orderedAt()));
    }

    private static <E extends Enum<E>> Map<E, Long> plusOne(Class<E> type, Map<E, Long> counts, E what) {
        var more = new EnumMap<E, Long>(type);
        more.putAll(counts);
        more.merge(what, 1L, Long::sum);
        return more;
    }

    private static List<Money> plus(List<Money> sums, Money money) {
        return money == null ? sums : Sums.plus(sums, List.of(money));
    }

    private static DayOfWeek day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).getDayOfWeek();
    }

    private Instant earlier(Instant moment) {
        return firstOrderAt != null && firstOrderAt.isBefore(moment) ? firstOrderAt : moment;
    }

    private Instant later(Instant moment) {
        return lastOrderAt != null && lastOrderAt.isAfter(moment) ? lastOrderAt : moment;
    }
}
