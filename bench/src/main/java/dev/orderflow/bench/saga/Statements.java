package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How often Postgres has carried out each statement of each service so far. BEGIN and COMMIT are statements too. */
record Statements(Map<Statement, Counted> counted) {

    /** @param id Postgres' for the same statement with any parameters */
    record Statement(String service, long id) {}

    /**
     * @param millis that the server has spent on all calls
     * @param walBytes that they have written ahead; the commit's own are told of nobody
     */
    record Counted(String text, long calls, double millis, long walBytes) {

        private Counted minus(Counted earlier) {
            return earlier == null
                    ? this
                    : new Counted(text, calls - earlier.calls, millis - earlier.millis, walBytes - earlier.walBytes);
        }
    }

    private static final String DATABASES = "orderflow_";
    private static final int SHOWN = 110;
    /** Rarer ones belong to something else that goes on beside the orders. */
    private static final double LEAST_EACH = 0.02;

    private static final String COUNTS = """
            SELECT replace(d.datname, '%1$s', '') AS service, s.queryid, min(s.query) AS query,
                   sum(s.calls) AS calls, sum(s.total_exec_time) AS millis, sum(s.wal_bytes) AS wal
            FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
            WHERE d.datname LIKE '%1$s%%' GROUP BY 1, 2""".formatted(DATABASES);

    static Statements of(OrderflowSystem system) {
        var counted = new LinkedHashMap<Statement, Counted>();
        var server = system.endpoints().jdbcUrl(Service.ORDER).replaceAll("/[^/]+$", "/postgres");
        try (var connection = DriverManager.getConnection(server, "postgres", Postgres.PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(COUNTS)) {
            while (rows.next()) {
                counted.put(
                        new Statement(rows.getString("service"), rows.getLong("queryid")),
                        new Counted(
                                oneLine(rows.getString("query")),
                                rows.getLong("calls"),
                                rows.getDouble("millis"),
                                rows.getLong("wal")));
            }
        } catch (SQLException e) {
            throw new PartFailed("Postgres does not tell its statements: " + e.getMessage(), e);
        }
        return new Statements(counted);
    }

    private static String oneLine(String query) {
        var line = query.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(SHOWN, line.length()));
    }

    Statements minus(Statements earlier) {
        var used = new LinkedHashMap<Statement, Counted>();
        counted.forEach((statement, count) -> used.put(statement, count.minus(earlier.counted.get(statement))));
        return new Statements(used);
    }

    long calls() {
        return counted.values().stream().mapToLong(Counted::calls).sum();
    }

    Map<String, Long> callsByService() {
        return counted.entrySet().stream()
                .collect(Collectors.groupingBy(
                        each -> each.getKey().service(),
                        TreeMap::new,
                        Collectors.summingLong(each -> each.getValue().calls())));
    }

    /** Calls for each of so many orders, by service and text, the most frequent first. */
    ObjectNode callsEach(long orders) {
        return each(orders, Counted::calls);
    }

    /** The server's milliseconds for each of so many orders, those that take longest first. */
    ObjectNode millisEach(long orders) {
        return each(orders, Counted::millis);
    }

    /** Bytes of WAL for each of so many orders, the most first. */
    ObjectNode walBytesEach(long orders) {
        return each(orders, Counted::walBytes);
    }

    private ObjectNode each(long orders, ToDoubleFunction<Counted> figure) {
        var node = Json.object();
        counted.entrySet().stream()
                .filter(each -> each.getValue().calls() >= orders * LEAST_EACH)
                .sorted(Comparator.comparingDouble(each -> -figure.applyAsDouble(each.getValue())))
                .forEach(each -> add(
                        node.withObjectProperty(each.getKey().service()),
                        each.getValue().text(),
                        figure.applyAsDouble(each.getValue()) / orders));
        return node;
    }

    /** Those whose shown parts are the same are told together. */
    private static void add(ObjectNode service, String text, double figure) {
        service.put(text, Figures.rounded(service.path(text).asDouble(0) + figure));
    }
}
