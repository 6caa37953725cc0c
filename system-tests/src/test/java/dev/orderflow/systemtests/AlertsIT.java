package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The rules that are shipped, evaluated by Prometheus over what the running services export: none fails, and every series
 * that an alert is a threshold of exists while all is well. Skipped where there is no Prometheus.
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

    private void buySomething() {
        var shop = new Shop(system, "watched-" + UUID.randomUUID());
        var id = shop.placed(NewOrder.of(new Warehouse(system).product(10)));
        shop.awaitStatus(id, "DELIVERED");
    }
}
