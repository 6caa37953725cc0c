package dev.orderflow.devservices.testing;

import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives a Quarkus test the real parts: {@code @QuarkusTestResource(value = QuarkusParts.class, initArgs =
 * @ResourceArg(name = "database", value = "order"))}. Each start of the application gets a fresh database; Kafka and
 * Redis are shared by all tests of the JVM.
 */
public class QuarkusParts implements QuarkusTestResourceLifecycleManager {

    private String database = "test";

    @Override
    public void init(Map<String, String> initArgs) {
        database = initArgs.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        EmbeddedParts parts = EmbeddedParts.shared().start(Name.KAFKA, Name.POSTGRES, Name.REDIS);
        Map<String, String> properties = new HashMap<>();
        Stream.of(parts.kafka(), parts.postgres(parts.createDatabase(database)), parts.redis(), parts.issuer())
                .forEach(connection -> properties.putAll(connection.properties()));
        return properties;
    }

    /** The parts outlive the application: the next test class uses them again. */
    @Override
    public void stop() {}
}
