package dev.orderflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whom the rules call, by Prometheus' own tool over made-up series. Skipped where there is none. */
class AlertRulesTest {

    private static final String ALERTS = "k8s/src/test/resources/monitoring/alerts.yaml";

    @Test
    void callWhoeverIsNeededAndNobodyElse() {
        Programs.require("promtool", "alerts are not tried");

        assertThat(Programs.run(
                        "promtool", "test", "rules", Project.folder(ALERTS).toString()))
                .contains("SUCCESS");
    }
}
