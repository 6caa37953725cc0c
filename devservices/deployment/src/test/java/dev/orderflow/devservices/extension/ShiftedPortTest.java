package dev.orderflow.devservices.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShiftedPortTest {

    private static final String PORT = "quarkus.http.port";
    private static final int APPLICATION = 250;
    private static final int ENVIRONMENT = 300;

    @Test
    void movesThePortOfTheApplication() {
        assertThat(port(APPLICATION)).isEqualTo("18081");
    }

    @Test
    void leavesAPortThatSomebodyAskedFor() {
        assertThat(port(ENVIRONMENT)).isEqualTo("8081");
    }

    private static String port(int ordinal) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(PORT, "8081"), "test", ordinal))
                .withSources(new PropertiesConfigSource(Map.of(ShiftedPort.OFFSET, "10000"), "defaults", 0));
        return new ShiftedPort().configBuilder(builder).build().getRawValue(PORT);
    }
}
