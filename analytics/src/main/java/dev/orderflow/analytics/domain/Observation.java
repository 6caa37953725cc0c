package dev.orderflow.analytics.domain;

import static dev.orderflow.analytics.domain.Milestone.CANCELLED;
import static dev.orderflow.analytics.domain.Milestone.CONFIRMED;
import static dev.orderflow.analytics.domain.Milestone.DELIVERED;
import static dev.orderflow.analytics.domain.Milestone.PLACED;
import static dev.orderflow.analytics.domain.Milestone.RETURNED;

import dev.orderflow.analytics.domain.Tally.Count;
import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one event tells of its order that was not known before. Its order's events come in their order, but a stretch of
 * them may come again: whatever was reached counts once, at its first time.
 *
 * @param history of the order from now on; the very same if nothing is new
 * @param tallies what it adds to which figure
 * @param lapses the steps that end with it
 * @param entries what it means for its customer
 */
public record Observation(
        OrderHistory history, Map<Figure, Tally> tallies, List<Lapse> lapses, List<CustomerEntry> entries) {

    private static final Map<Milestone, Count> OF_A_MINUTE = Map.of(
            PLACED, Count.PLACED, CONFIRMED, Count.CONFIRMED, DELIVERED, Count.DELIVERED, CANCELLED, Count.CANCELLED);

    private static final Set<Milestone> OF_A_CUSTOMER = Set.of(PLACED, DELIVERED, CANCELLED, RETURNED);

    /** UUIDv7: the highest 48 bits are milliseconds (RFC 9562, 5.7). */
    private static final int VERSION_WITH_TIME = 7;

    private static final int BELOW_THE_TIME = 16;

    /** @param at when order recorded the event: it decides which minute it counts in */
    public static Observation of(OrderHistory before, OrderEvent event, Instant at) {
        var news = Milestone.reachedBy(event).stream()
                .filter(milestone -> !before.has(milestone))
                .toList();
        return new Observation(
                news.isEmpty() ? before : before.with(news, at, lines(before, event)),
                tallies(before, news, event, at),
                lapses(before, news, at),
                entries(news, event, at));
    }

    /** Whether any order reaches anything by such an event. */
    public static boolean concerns(OrderEvent event) {
        return !Milestone.reachedBy(event).isEmpty();
    }

    private static List<OrderLine> lines(OrderHistory before, OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> placed.lines();
            case OrderDelivered _ -> List.of();
            default -> before.lines();
        };
    }

    private static Map<Figure, Tally> tallies(OrderHistory before, List<Milestone> news, OrderEvent event, Instant at) {
        var tallies = new LinkedHashMap<Figure, Tally>();
        news.stream()
                .filter(OF_A_MINUTE::containsKey)
                .map(milestone -> Tally.of(OF_A_MINUTE.get(milestone), 1))
                .forEach(tally -> tallies.merge(Figure.minute(at), tally, Tally::plus));
        if (news.contains(DELIVERED) && event instanceof OrderDelivered delivered) {
            tallies.computeIfPresent(Figure.minute(at), (_, tally) -> tally.worth(delivered.total()));
            before.lines().forEach(line -> tallies.merge(Figure.product(line.sku()), sold(line, before), Tally::plus));
        }
        if (news.contains(CANCELLED)) {
            tallies.put(Figure.cancellation(reason(event)), Tally.of(Count.ORDERS, 1));
        }
        return tallies;
    }

    /** It was called so when the order was placed, whenever that is delivered. */
    private static Tally sold(OrderLine line, OrderHistory order) {
        return Tally.of(Count.PIECES, line.quantity())
                .worth(line.lineTotal())
                .called(line.name(), order.reached().get(PLACED));
    }

    private static String reason(OrderEvent event) {
        return switch (event) {
            case OrderCancelled cancelled -> Reasons.of(cancelled.reason(), cancelled.requestedBy());
            case OrderClosed closed -> Reasons.of(closed.reason(), closed.requestedBy());
            default -> throw new IllegalArgumentException(event.getClass() + " cancels nothing");
        };
    }

    private static List<Lapse> lapses(OrderHistory before, List<Milestone> news, Instant at) {
        var lapses = new ArrayList<Lapse>();
        Arrays.stream(Step.values())
                .filter(step -> news.contains(step.to()) && before.has(step.from()))
                .forEach(step -> lapses.add(
                        new Lapse(step, Duration.between(before.reached().get(step.from()), at))));
        return lapses;
    }

    private static List<CustomerEntry> entries(List<Milestone> news, OrderEvent event, Instant at) {
        return news.stream()
                .filter(OF_A_CUSTOMER::contains)
                .map(milestone -> new CustomerEntry(milestone, placedAt(event.orderId()), at, money(event)))
                .toList();
    }

    private static Money money(OrderEvent event) {
        return switch (event) {
            case OrderDelivered delivered -> delivered.total();
            case ReturnClosed closed -> closed.refunded();
            default -> null;
        };
    }

    /** Its id tells, since not every event does; one that tells no time is taken for old. */
    private static Instant placedAt(UUID order) {
        return order.version() == VERSION_WITH_TIME
                ? Instant.ofEpochMilli(order.getMostSignificantBits() >>> BELOW_THE_TIME)
                : Instant.EPOCH;
    }
}
