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
import java.util.stream.Collectors;

/** How often Postgres has carried out each statement of each service so far. BEGIN and COMMIT are statements too. */
record Statements(Map<Statement, Counted> counted) {

    /** @param id Postgres' for the same statement with any parameters */
    record Statement(String service, long id) {}

    /** @param millis that the server has spent on all calls */
    record Counted(String text, long calls, double millis) {

        private Counted minus(Counted earlier) {
            return earlier == null ? this : new Counted(text, calls - earlier.calls, millis - earlier.millis);
        }
    }

    private static final String DATABASES = "orderflow_";
    private static final int SHOWN = 110;
    /** Rarer ones belong to something else that goes on beside the orders. */
    private static final double LEAST_EACH = 0.02;

    private static final String COUNTS = """
            SELECT replace(d.datname, '%1$s', '') AS service, s.queryid, min(s.query) AS query,
                   sum(s.calls) AS calls, sum(s.total_exec_time) AS millis
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
                        new Counted(oneLine(rows.getString("query")), rows.getLong("calls"), rows.getDouble("millis")));
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
    ObjectNode each(long orders) {
        var node = Json.object();
        counted.entrySet().stream()
                .filter(each -> each.getValue().calls() >= orders * LEAST_EACH)
                .sorted(Comparator.comparingLong(each -> -each.getValue().calls()))
                .forEach(each -> add(
                        node.withObjectProperty(each.getKey().service()),
                        each.getValue().text(),
                        (double) each.getValue().calls() / orders));
        return node;
    }

    /** Those whose shown parts are the same are told together. */
    private static void add(ObjectNode service, String text, double calls) {
        service.put(text, Figures.rounded(service.path(text).asDouble(0) + calls));
    }
}
