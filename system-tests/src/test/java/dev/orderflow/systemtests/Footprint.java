package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.Map;

/**
 * What an order leaves in the journals, counted and not timed: it grows only when somebody makes it grow, and every event is
 * written, published, read and kept for months.
 */
final class Footprint {

    /** @param bytes of payloads and headers together */
    private record Journaled(long events, long bytes) {}

    /**
     * Of an order of one line that is paid and delivered, by service. The bytes have a quarter to spare beyond the mean of
     * some hundred such orders: names differ, and whether an event was traced.
     */
    private static final Map<String, Journaled> MOST = Map.of(
            "order", new Journaled(6, 4_000),
            "inventory", new Journaled(2, 930),
            "payment", new Journaled(1, 330),
            "shipping", new Journaled(3, 1_100),
            "notification", new Journaled(4, 1_550));

    private static final String JOURNALED = """
            SELECT count(*), coalesce(sum(octet_length(payload::text) + octet_length(headers::text)), 0)
            FROM journal WHERE key = ?""";

    private final TestSystem system;

    Footprint(TestSystem system) {
        this.system = system;
    }

    /** Of an order about which nothing more will happen, but what the last events lead to. */
    void assertIsNoLarger(String order) throws SQLException {
        for (var service : MOST.keySet()) {
            var most = MOST.get(service);
            await("the events of " + service)
                    .atMost(Shop.PATIENCE)
                    .until(() -> of(service, order).events >= most.events);
            var left = of(service, order);
            assertThat(left.events).as("events of " + service).isEqualTo(most.events);
            assertThat(left.bytes).as("bytes of " + service + "'s events").isLessThanOrEqualTo(most.bytes);
        }
    }

    private Journaled of(String service, String order) throws SQLException {
        try (var connection = system.database(service);
                var statement = connection.prepareStatement(JOURNALED)) {
            statement.setString(1, order);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Journaled(row.getLong(1), row.getLong(2));
            }
        }
    }
}
