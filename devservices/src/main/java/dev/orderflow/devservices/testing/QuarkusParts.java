package dev.orderflow.devservices.testing;

import dev.orderflow.devservices.issuer.Token;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

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
        String name = parts.createDatabase(database);
        return Map.ofEntries(
                Map.entry("quarkus.datasource.reactive.url", parts.reactiveUrl(name)),
                Map.entry("quarkus.datasource.jdbc.url", parts.jdbcUrl(name)),
                Map.entry("quarkus.datasource.username", parts.user()),
                Map.entry("quarkus.datasource.password", parts.password()),
                Map.entry("kafka.bootstrap.servers", parts.kafkaBootstrap()),
                Map.entry("quarkus.redis.hosts", parts.redisUrl()),
                Map.entry("mp.jwt.verify.publickey.location", parts.publicKeysUrl()),
                Map.entry("mp.jwt.verify.issuer", Token.DEFAULT_ISSUER),
                Map.entry("mp.jwt.verify.audiences", Token.DEFAULT_AUDIENCE));
    }

    /** The parts outlive the application: the next test class uses them again. */
    @Override
    public void stop() {}
}
