package dev.orderflow.bench.reads;

import dev.orderflow.bench.data.Database;
import dev.orderflow.devservices.process.PartFailed;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What the filled databases hold to ask for.
 *
 * @param orders spread over all of time
 * @param middle when half of the orders had been placed
 * @param middleDeadline until when half of the sagas under way are waited for
 * @param recent within the month for which the tries of webhooks are kept
 * @param middleOfLargest the middle one of the orders of whoever has most of them
 * @param middlePending the middle one of those that have just been placed
 * @param letter one of order's dead letters
 */
record Samples(
        List<Placed> orders,
        Instant middle,
        Instant middleDeadline,
        Instant recent,
        Placed middleOfLargest,
        Placed middlePending,
        UUID letter) {

    /** An order as far as its readers' parameters need it. */
    record Placed(UUID id, String customer, long version, String status, Instant at) {}

    /** The generator gives the first number to whoever orders most. */
    static final String LARGEST = "bench-customer-0000000";

    private static final int COUNT = 200;
    private static final long SEED = 1;

    private static final String PLACED = "SELECT id, customer_id, version, status, created_at FROM orders ";

    /** Some two thousand of them, from all over the table. */
    private static final String SPREAD = """
            TABLESAMPLE BERNOULLI (least(100, 200000.0 / (SELECT greatest(1, reltuples)
                                                          FROM pg_class WHERE relname = 'orders'))) REPEATABLE (1)""";

    private static final String MIDDLE_OF_LARGEST = """
            WHERE customer_id = '%1$s' ORDER BY created_at DESC, id DESC
            OFFSET (SELECT count(*) / 2 FROM orders WHERE customer_id = '%1$s') LIMIT 1""".formatted(LARGEST);

    private static final String MIDDLE_PENDING = """
            WHERE status = 'PENDING' ORDER BY created_at DESC, id DESC
            OFFSET (SELECT count(*) / 2 FROM orders WHERE status = 'PENDING') LIMIT 1""";

    private static final String RECENT = "SELECT max(created_at) - interval '15 days' FROM orders";

    private static final String MIDDLE = "SELECT min(created_at) + (max(created_at) - min(created_at)) / 2 FROM orders";

    private static final String MIDDLE_DEADLINE = """
            SELECT deadline FROM orders WHERE deadline IS NOT NULL ORDER BY deadline
            OFFSET (SELECT count(deadline) / 2 FROM orders) LIMIT 1""";

    private static final String LETTER = "SELECT id FROM dead_letter ORDER BY position LIMIT 1";

    static Samples of(Database database) {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            var orders = placed(connection, SPREAD);
            Collections.shuffle(orders, new Random(SEED));
            return new Samples(
                    List.copyOf(orders.subList(0, Math.min(COUNT, orders.size()))),
                    one(connection, MIDDLE, OffsetDateTime.class).toInstant(),
                    one(connection, MIDDLE_DEADLINE, OffsetDateTime.class).toInstant(),
                    one(connection, RECENT, OffsetDateTime.class).toInstant(),
                    placed(connection, MIDDLE_OF_LARGEST).getFirst(),
                    placed(connection, MIDDLE_PENDING).getFirst(),
                    one(connection, LETTER, UUID.class));
        } catch (SQLException e) {
            throw new PartFailed("there is nothing to read (\"./run bench data\" fills it): " + e.getMessage(), e);
        }
    }

    private static List<Placed> placed(Connection connection, String which) throws SQLException {
        var found = new ArrayList<Placed>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(PLACED + which)) {
            while (rows.next()) {
                found.add(placed(rows));
            }
        }
        return found;
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                row.getObject("id", UUID.class),
                row.getString("customer_id"),
                row.getLong("version"),
                row.getString("status"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static <T> T one(Connection connection, String query, Class<T> type) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getObject(1, type);
        }
    }
}
