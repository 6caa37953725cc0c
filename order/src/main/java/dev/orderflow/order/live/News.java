package dev.orderflow.order.live;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.messaging.journal.History.Stretch;
import dev.orderflow.order.application.OrderHistory;
import dev.orderflow.order.application.TimelineEntry;
import dev.orderflow.order.persistence.OrderHeads;
import dev.orderflow.order.persistence.OrderHeads.Head;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads what the open streams have not told yet, for all of them together: one statement while nothing has happened, two
 * when something has, and none while nobody watches.
 */
@Singleton
final class News {

    private final OpenStreams streams;
    private final OrderHeads heads;
    private final OrderHistory history;

    @Inject
    News(OpenStreams streams, OrderHeads heads, OrderHistory history) {
        this.streams = streams;
        this.heads = heads;
        this.history = history;
    }

    /** One turn; there is never more to do at once. */
    Uni<Boolean> tell() {
        var ready = streams.ready();
        return ready.isEmpty() ? Uni.createFrom().item(false) : tell(ready).replaceWith(false);
    }

    private Uni<Void> tell(List<OrderStream> ready) {
        var seen = ready.stream().collect(toMap(OrderStream::orderId, OrderStream::position, Math::min));
        return heads.beyond(seen)
                .chain(moved -> moved.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : timelines(moved, seen)
                                .invoke(news -> moved.forEach(head -> tell(ready, head, news)))
                                .replaceWithVoid());
    }

    /** Up to the version that was found, and no further: whether an order is settled is known of that one. */
    private Uni<Map<String, List<TimelineEntry>>> timelines(List<Head> moved, Map<UUID, Long> seen) {
        return history.timelines(moved.stream()
                .map(head -> new Stretch(head.orderId().toString(), seen.get(head.orderId()), head.version()))
                .toList());
    }

    private static void tell(List<OrderStream> ready, Head head, Map<String, List<TimelineEntry>> news) {
        var entries = news.getOrDefault(head.orderId().toString(), List.of());
        ready.stream()
                .filter(stream -> stream.orderId().equals(head.orderId()))
                .forEach(stream -> tell(stream, head, entries));
    }

    private static void tell(OrderStream stream, Head head, List<TimelineEntry> entries) {
        var unknown = entries.stream()
                .filter(entry -> entry.version() > stream.position())
                .toList();
        if (!unknown.isEmpty()) {
            stream.tell(unknown, head.settled());
        }
    }
}
