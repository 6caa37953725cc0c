package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The rules that are shipped, evaluated by Prometheus over what the running services export: none fails, every series
 * that an alert is a threshold of exists while all is well, and a database that is away is seen. Skipped where there is no
 * Prometheus.
 */
@ExtendWith(RunningSystem.class)
class AlertsIT {

    private final TestSystem system = RunningSystem.get();

    @Test
    void noRuleNamesAMetricThatDoesNotExist() throws IOException {
        try (var prometheus = Prometheus.start(system)) {
            prometheus.awaitAllServices();
            buySomething();

            var rules = prometheus.evaluated();

            assertThat(rules)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(rule -> assertThat(rule.path("health").asText())
                            .as("%s: %s", rule.path("name"), rule.path("lastError"))
                            .isEqualTo("ok"));
            rules.stream()
                    .filter(rule -> rule.path("type").asText().equals("recording"))
                    .forEach(rule -> prometheus.awaitSeries(rule.path("name").asText()));
        }
    }

    /** Its lag tells nothing of that: what tries again fetches nothing. */
    @Test
    void seesAServiceWhoseDatabaseIsAway() throws Exception {
        var database = databaseOf("loyalty");
        try (var prometheus = Prometheus.start(system)) {
            prometheus.awaitAllServices();
            prometheus.awaitSeries("orderflow:database_unseen{job=\"loyalty\"} == 0");
            takeAway(database);
            try {
                buySomething();
                prometheus.awaitSeries("orderflow:database_unseen{job=\"loyalty\"} == 1");
                prometheus.awaitSeries("orderflow:retries:increase1m{job=\"loyalty\"} > 0");
                prometheus.awaitSeries("orderflow:database_unseen{job=\"order\"} == 0");
            } finally {
                giveBack(database);
            }
            prometheus.awaitSeries("orderflow:database_unseen{job=\"loyalty\"} == 0");
        }
    }

    private String databaseOf(String service) throws SQLException {
        try (var connection = system.database(service)) {
            return connection.getCatalog();
        }
    }

    /** The server has no connection left for it, which passes. */
    private void takeAway(String database) throws SQLException {
        execute("ALTER DATABASE " + database + " CONNECTION LIMIT 0");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
    }

    private void giveBack(String database) throws SQLException {
        execute("ALTER DATABASE " + database + " CONNECTION LIMIT -1");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = system.database("order");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void buySomething() {
        var shop = new Shop(system, "watched-" + UUID.randomUUID());
        var id = shop.placed(NewOrder.of(new Warehouse(system).product(10)));
        shop.awaitStatus(id, "DELIVERED");
    }
}
