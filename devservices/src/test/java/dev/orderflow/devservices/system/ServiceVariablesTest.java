package dev.orderflow.devservices.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceVariablesTest {

    private static final String SHARE = "QUARKUS_OTEL_TRACES_SAMPLER_ARG";
    private static final String COLLECTOR = "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT";

    @TempDir
    private Path data;

    @Test
    void recordEveryTraceForTheCollector() {
        assertThat(of(traced())).containsEntry(SHARE, "1.0").containsEntry(COLLECTOR, "http://localhost:8094");
    }

    @Test
    void ofTheSystemsOwnerWin() {
        assertThat(of(traced().withServiceVariables(Map.of(SHARE, "0.1"))))
                .containsEntry(SHARE, "0.1")
                .containsEntry(COLLECTOR, "http://localhost:8094");
    }

    private Options traced() {
        return Options.at(data, 0).withTraces(true);
    }

    private static Map<String, String> of(Options options) {
        return ServiceVariables.of(Topology.of(options), Service.ORDER, 1);
    }
}
