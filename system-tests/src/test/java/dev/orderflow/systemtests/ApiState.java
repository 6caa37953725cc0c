package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.systemtests.openapi.Watch;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** What the services have stored, in short: how many rows of what age each table has, and what the stock gate holds. */
final class ApiState implements Watch {

    /** What no database and no topic tells of: a webhook that an outside party still has to send. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Bookkeeping that goes on by itself, and what expires within seconds. */
    private static final List<String> LEASES =
            List.of("relay_cursor", "reconciliation", "reconciliation_seen", "ticket");

    /** Its rows are tried again and again, whoever left them there. */
    private static final String RETRIED = "parked_aggregate";

    private static final String TABLES = """
            SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = 'public' AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname""";

    private final TestSystem system;
    private final Stillness stillness;
    private final Runnable calm;

    /** @param calm ends what would go on for days: the calls of a customer's endpoint that never answers */
    ApiState(TestSystem system, Runnable calm) {
        this.system = system;
        this.stillness = new Stillness(system);
        this.calm = calm;
    }

    @Override
    public Map<String, String> settled() {
        calm.run();
        var last = new AtomicReference<>(now());
        var since = new AtomicReference<>(Instant.now());
        await("nothing under way")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(movements(last, since)).isEmpty());
        return last.get();
    }

    private List<String> movements(AtomicReference<Map<String, String>> last, AtomicReference<Instant> since) {
        var left = stillness.disturbances();
        var now = now();
        if (!now.equals(last.getAndSet(now)) || !left.isEmpty()) {
            since.set(Instant.now());
        }
        boolean quiet = since.get().plus(QUIET).isBefore(Instant.now());
        return left.isEmpty() && !quiet ? List.of("quiet since " + since.get()) : left;
    }

    @Override
    public Map<String, String> now() {
        var rows = new TreeMap<String, String>();
        ApiDocuments.WITH_DATABASE.forEach(service -> read(service, rows));
        rows.put("the gate's holds", new Gate(system).held() + " pieces");
        return rows;
    }

    private void read(String service, Map<String, String> rows) {
        try (var connection = system.database(service);
                var statement = connection.createStatement()) {
            for (var table : tables(statement)) {
                rows.put(service + "." + table, content(statement, table));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** xmin is the transaction that wrote a row: it tells of updates too. */
    private static String content(Statement statement, String table) throws SQLException {
        var age = table.equals(RETRIED) ? "0" : "coalesce(sum(xmin::text::numeric), 0)";
        try (var found = statement.executeQuery("SELECT count(*), " + age + " FROM " + table)) {
            found.next();
            return found.getString(1) + " rows of age " + found.getString(2);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found = statement.executeQuery(TABLES)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        tables.removeIf(table -> LEASES.contains(table) || table.startsWith("flyway"));
        return tables;
    }
}
