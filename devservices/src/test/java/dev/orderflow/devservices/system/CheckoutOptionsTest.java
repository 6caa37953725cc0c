package dev.orderflow.devservices.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.process.Layout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutOptionsTest {

    @TempDir
    private Path data;

    @Test
    void hasACollectorUnlessSomebodySaysOtherwise() {
        assertThat(found(Map.of()).traced()).isTrue();
        assertThat(found(Map.of("ORDERFLOW_TRACES", "off")).traced()).isFalse();
        assertThat(found(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317"))
                        .traced())
                .isFalse();
    }

    @Test
    void laterCommandsKnowWhatTheStartWasTold() {
        started(Map.of("ORDERFLOW_TRACES", "off", "ORDERFLOW_PORT_OFFSET", "2000"));

        assertThat(found(Map.of()).traced()).isFalse();
        assertThat(found(Map.of()).portOffset()).isEqualTo(2_000);

        started(Map.of());
        assertThat(found(Map.of()).traced()).isFalse();

        started(Map.of("ORDERFLOW_TRACES", "on"));
        assertThat(found(Map.of()).traced()).isTrue();
    }

    /** That another collector is there is true for as long as the environment names it. */
    @Test
    void forgetsTheCollectorOfSomebodyElse() {
        started(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317"));

        assertThat(found(Map.of()).traced()).isTrue();
    }

    @Test
    void readsNothingInThePlaceOfAPart() {
        var options = found(Map.of());
        Topology.of(options).parts().forEach(part -> new Layout(data).data(part.name()));

        assertThat(found(Map.of())).isEqualTo(options);
    }

    private void started(Map<String, String> environment) {
        CheckoutOptions.remember(found(environment), of(environment));
    }

    private Options found(Map<String, String> environment) {
        return CheckoutOptions.find(of(environment));
    }

    private Map<String, String> of(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("ORDERFLOW_DATA", data.toString());
        return all;
    }
}
