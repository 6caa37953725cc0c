package dev.orderflow.bench.postgres;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Postgres server that is looked at, as its superuser: has it tell how it carries statements out, and what they cost
 * without being told so. Nothing else of its configuration is touched.
 */
public final class Server implements AutoCloseable {

    /**
     * What a statement cost while nobody looked at its plan; milliseconds.
     *
     * @param planned how often it was planned anew
     */
    public record Cost(long calls, double mean, double max, long planned, double meanPlan, double maxPlan) {}

    private static final List<String> COUNTING =
            List.of("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");

    private static final List<String> TELLING = List.of(
            "ALTER SYSTEM SET shared_preload_libraries = 'auto_explain', 'pg_stat_statements'",
            "ALTER SYSTEM SET pg_stat_statements.track_planning = on",
            "ALTER SYSTEM SET auto_explain.log_analyze = on",
            "ALTER SYSTEM SET auto_explain.log_buffers = on",
            "ALTER SYSTEM SET auto_explain.log_verbose = on",
            "ALTER SYSTEM SET auto_explain.log_format = json");

    private static final String COSTS = """
            SELECT queryid, sum(calls) AS calls, sum(total_exec_time) / greatest(sum(calls), 1) AS mean, max(max_exec_time) AS max,
                   sum(plans) AS plans, sum(total_plan_time) / greatest(sum(plans), 1) AS mean_plan,
                   max(max_plan_time) AS max_plan
            FROM pg_stat_statements GROUP BY queryid""";

    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final OrderflowSystem system;

    private Server(OrderflowSystem system) {
        this.system = system;
    }

    /** Restarts the server so that it can tell how it carries statements out; services must not run yet. */
    public static Server telling(OrderflowSystem system) {
        return restarted(system, TELLING);
    }

    /** Restarts the server so that it counts statements, and does nothing else for us; services must not run yet. */
    public static Server counting(OrderflowSystem system) {
        return restarted(system, COUNTING);
    }

    private static Server restarted(OrderflowSystem system, List<String> settings) {
        var server = new Server(system);
        server.execute(settings);
        system.stop("postgres");
        system.start("postgres");
        server.execute(List.of("CREATE EXTENSION IF NOT EXISTS pg_stat_statements"));
        return server;
    }

    /** Each connection tells from its next statement on. */
    public void explain(boolean on) {
        execute(List.of(
                "ALTER SYSTEM SET auto_explain.log_min_duration = " + (on ? 0 : -1), "SELECT pg_reload_conf()"));
    }

    public void forgetCosts() {
        execute(List.of("SELECT pg_stat_statements_reset()"));
    }

    /** By query id. */
    public Map<Long, Cost> costs() {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(COSTS)) {
            var costs = new HashMap<Long, Cost>();
            while (rows.next()) {
                costs.put(
                        rows.getLong("queryid"),
                        new Cost(
                                rows.getLong("calls"),
                                rows.getDouble("mean"),
                                rows.getDouble("max"),
                                rows.getLong("plans"),
                                rows.getDouble("mean_plan"),
                                rows.getDouble("max_plan")));
            }
            return costs;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Name and value of what makes a commit durable.
     *
     * @throws PartFailed if one of them is off: such figures would be worth nothing
     */
    public Map<String, String> durability() {
        var found = new TreeMap<String, String>();
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var name : DURABILITY) {
                try (var rows = statement.executeQuery("SHOW " + name)) {
                    rows.next();
                    found.put(name, rows.getString(1));
                }
            }
            if (!found.values().stream().allMatch("on"::equals)) {
                throw new PartFailed("Postgres is not durable: " + found);
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void execute(List<String> statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Connection connect() throws SQLException {
        var url = system.endpoints().jdbcUrl(Service.ORDER).replaceAll("/[^/]+$", "/postgres");
        return DriverManager.getConnection(url, "postgres", Postgres.PASSWORD);
    }

    private static PartFailed failed(SQLException e) {
        return new PartFailed("Postgres: " + e.getMessage(), e);
    }

    /** It is as before from its next start on, and tells nothing any more at once. */
    @Override
    public void close() {
        execute(List.of("ALTER SYSTEM RESET ALL", "SELECT pg_reload_conf()"));
    }
}
