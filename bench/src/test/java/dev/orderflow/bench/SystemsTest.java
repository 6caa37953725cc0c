package dev.orderflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemsTest {

    @Test
    void oneTraceInTenIsRecordedAndExportedWhereOrdersAreMeasured() {
        var clean = Systems.clean();

        assertThat(clean.traced()).isTrue();
        assertThat(clean.serviceVariables()).containsEntry("QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0.1");
    }

    @Test
    void bothCompilersWorkInWhateverIsMeasured() {
        assertThat(Systems.clean().serviceVariables().get("ORDERFLOW_SERVICE_OPTIONS"))
                .isEqualTo(Systems.filled().serviceVariables().get("ORDERFLOW_SERVICE_OPTIONS"))
                .contains("TieredStopAtLevel=4");
    }
}
