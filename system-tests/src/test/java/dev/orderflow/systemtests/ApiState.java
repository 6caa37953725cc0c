package dev.orderflow.systemtests;

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

    /** The carrier takes five seconds, a slow payment as long. */
    private static final Duration LONGER_THAN_ANY_STEP = Duration.ofSeconds(7);

    /** Bookkeeping that goes on by itself, and what expires within seconds. */
    private static final List<String> LEASES =
            List.of("relay_cursor", "reconciliation", "reconciliation_seen", "ticket");

    /** Rows are tried again and again, whoever left them there. */
    private static final List<String> RETRIED = List.of("parked_aggregate", "task", "webhook_delivery");

    private static final String TABLES = """
            SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = 'public' AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname""";

    private final TestSystem system;

    ApiState(TestSystem system) {
        this.system = system;
    }

    @Override
    public Map<String, String> settled() {
        var last = new AtomicReference<>(now());
        var since = new AtomicReference<>(Instant.now());
        await("nothing under way")
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> isQuiet(last, since));
        return last.get();
    }

    private boolean isQuiet(AtomicReference<Map<String, String>> last, AtomicReference<Instant> since) {
        var now = now();
        if (!now.equals(last.getAndSet(now))) {
            since.set(Instant.now());
        }
        return since.get().plus(LONGER_THAN_ANY_STEP).isBefore(Instant.now());
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
        var age = RETRIED.contains(table) ? "0" : "coalesce(sum(xmin::text::numeric), 0)";
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
