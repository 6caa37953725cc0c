package dev.orderflow.analytics.streams;

import dev.orderflow.analytics.domain.Figure;
import dev.orderflow.analytics.domain.Figure.Kind;
import dev.orderflow.analytics.domain.OrderHistory;
import dev.orderflow.analytics.domain.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What a partition forgets with time. Both kinds of keys stand in the order of time (an order's id begins with it), so a
 * sweep reads only what it deletes.
 */
record Retention(Duration minutes, Duration orders) {

    /** UUIDv7: 48 bits of milliseconds come first. */
    private static final int BELOW_THE_TIME = 16;

    void sweep(long nowMillis, KeyValueStore<String, OrderHistory> itsOrders, KeyValueStore<String, Tally> itsFigures) {
        var now = Instant.ofEpochMilli(nowMillis);
        var minute = Figure.minute(now.minus(minutes)).key();
        delete(itsFigures, Kind.MINUTE.first(), minute);
        delete(itsOrders, null, firstIdOf(now.minus(orders)));
    }

    private static <V> void delete(KeyValueStore<String, V> store, String from, String to) {
        try (var old = store.range(from, to)) {
            old.forEachRemaining(entry -> store.delete(entry.key));
        }
    }

    private static String firstIdOf(Instant moment) {
        return new UUID(moment.toEpochMilli() << BELOW_THE_TIME, 0).toString();
    }
}
