package dev.orderflow.systemtests;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Thousands of orders, of which one question tells whether all have come to their customers. */
final class Delivered {

    private final TestSystem system;

    Delivered(TestSystem system) {
        this.system = system;
    }

    /** @param orders their ids */
    void awaitAll(List<String> orders, Duration patience) {
        await("all to be delivered")
                .atMost(patience)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> count(orders) == orders.size());
    }

    private int count(List<String> orders) throws SQLException {
        try (var database = system.database("order");
                var delivered = database.prepareStatement(
                        "SELECT count(*) FROM orders WHERE id = ANY (?::uuid[]) AND status = 'DELIVERED'")) {
            delivered.setArray(1, database.createArrayOf("text", orders.toArray()));
            var rows = delivered.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }
}
