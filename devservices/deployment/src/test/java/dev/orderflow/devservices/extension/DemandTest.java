package dev.orderflow.devservices.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.system.Connection;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemandTest {

    private static final int DEFAULTS_OF_A_LIBRARY = 100;
    private static final int APPLICATION = 250;

    private static final Connection KAFKA = Connection.kafka("localhost:9092");
    private static final Connection REDIS = Connection.redis("redis://localhost:6379");
    private static final Connection ISSUER = Connection.issuer("http://localhost:8090", "http://localhost:8090/jwks");

    @Test
    void includesWhatTheApplicationUses() {
        Demand demand = demand(Map.of(), APPLICATION);

        assertThat(demand.includes(KAFKA)).isTrue();
        assertThat(demand.includes(ISSUER)).isTrue();
        assertThat(demand.includes(REDIS)).isFalse();
    }

    @Test
    void leavesAloneWhatIsConfiguredPartByPart() {
        Demand demand = demand(Map.of("kafka.bootstrap.servers", "broker:9092"), APPLICATION);

        assertThat(demand.includes(KAFKA)).isFalse();
        assertThat(demand.includes(ISSUER)).isTrue();
    }

    @Test
    void outranksTheDefaultsOfALibrary() {
        Demand demand =
                demand(Map.of("mp.jwt.verify.publickey.location", "http://localhost/jwks"), DEFAULTS_OF_A_LIBRARY);

        assertThat(demand.includes(ISSUER)).isTrue();
    }

    @Test
    void leavesToContainersWhatThereAreContainersFor() {
        Demand demand = demand(Map.of("orderflow.devservices", "containers"), APPLICATION);

        assertThat(demand.includes(KAFKA)).isFalse();
        assertThat(demand.includes(ISSUER)).isTrue();
    }

    private static Demand demand(Map<String, String> configuration, int ordinal) {
        return new Demand(
                new Capabilities(Set.of(Capability.KAFKA, Capability.JWT)),
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(configuration, "test", ordinal))
                        .build());
    }
}
