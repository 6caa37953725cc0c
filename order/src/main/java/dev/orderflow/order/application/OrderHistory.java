package dev.orderflow.order.application;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.messaging.journal.History;
import dev.orderflow.messaging.journal.History.Stretch;
import dev.orderflow.messaging.journal.Recorded;
import dev.orderflow.order.domain.Order;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What the journal knows of an order: its timeline, and the order as it was. That there is one, and whose, is the caller's
 * to check; every version has the same customer. Fails with {@link HistoryGoneException} if the journal no longer reaches
 * back to the order's beginning.
 */
@Singleton
public final class OrderHistory {

    private final History history;
    private final Pool pool;

    @Inject
    OrderHistory(History history, Pool pool) {
        this.history = history;
        this.pool = pool;
    }

    /** Oldest first. */
    public Uni<List<TimelineEntry>> timeline(UUID orderId) {
        return recorded(orderId).map(OrderHistory::entries);
    }

    /** By order id, each oldest first, what happened in those stretches of its versions. */
    public Uni<Map<String, List<TimelineEntry>>> timelines(Collection<Stretch> stretches) {
        return history.of(pool, stretches)
                .map(found ->
                        found.entrySet().stream().collect(toMap(Map.Entry::getKey, each -> entries(each.getValue()))));
    }

    /**
     * The order as that version was, its times included; empty if there is no such version. Without payment means, and
     * without the deadline, which follows from the configuration of its time.
     */
    public Uni<Optional<Order>> atVersion(UUID orderId, long version) {
        return folded(orderId, event -> event.version() <= version)
                .map(order -> order.filter(found -> found.version() == version));
    }

    /** The last version that there was then, in the same way; empty if it was not placed yet. */
    public Uni<Optional<Order>> asOf(UUID orderId, Instant time) {
        return folded(orderId, event -> !decidedAt(event).isAfter(time));
    }

    private static List<TimelineEntry> entries(List<Recorded> events) {
        return events.stream().map(TimelineEntries::of).toList();
    }

    private Uni<Optional<Order>> folded(UUID orderId, Predicate<Recorded> known) {
        return recorded(orderId).map(events -> fold(upToTheLast(known, events)));
    }

    /** Whole, also where the clocks of two replicas differ: a version never comes without those before it. */
    private static List<Recorded> upToTheLast(Predicate<Recorded> known, List<Recorded> events) {
        int count = events.size();
        while (count > 0 && !known.test(events.get(count - 1))) {
            count--;
        }
        return events.subList(0, count);
    }

    /** A placing tells it itself: before journals kept it, they had the moment after. */
    private static Instant decidedAt(Recorded event) {
        return event.payload() instanceof OrderPlaced placed ? placed.placedAt() : event.at();
    }

    private static Optional<Order> fold(List<Recorded> events) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        var order = Order.placed((OrderPlaced) events.getFirst().payload());
        for (var event : events.subList(1, events.size())) {
            order = order.evolve((OrderScoped) event.payload(), event.at());
        }
        return Optional.of(order);
    }

    private Uni<List<Recorded>> recorded(UUID orderId) {
        return history.of(pool, orderId.toString()).invoke(events -> requireBeginning(orderId, events));
    }

    /** Without its beginning an order can't be told as it was. */
    private static void requireBeginning(UUID orderId, List<Recorded> events) {
        if (events.isEmpty() || !(events.getFirst().payload() instanceof OrderPlaced)) {
            throw new HistoryGoneException(orderId);
        }
    }
}
