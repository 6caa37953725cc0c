package dev.orderflow.order.live;

import dev.orderflow.order.application.TimelineEntry;
import dev.orderflow.order.domain.Order;
import java.util.List;
import java.util.UUID;

/**
 * What a stream begins with.
 *
 * @param reader the token's subject
 * @param version the order's, which the history ends with
 * @param settled nothing is waited for in that version
 * @param history what the reader does not know yet
 */
record Telling(String reader, UUID orderId, long version, boolean settled, List<TimelineEntry> history) {

    /**
     * @param seen the version that the reader knows, the order's at most
     * @param timeline all of it; it may be younger than the order
     */
    static Telling of(Reader reader, Order order, long seen, List<TimelineEntry> timeline) {
        var history = timeline.stream()
                .filter(entry -> entry.version() > seen && entry.version() <= order.version())
                .toList();
        return new Telling(
                reader.subject(), order.id(), order.version(), order.status().isSettled(), history);
    }
}
