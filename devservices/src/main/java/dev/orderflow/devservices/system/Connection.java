package dev.orderflow.devservices.system;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.issuer.Token;
import dev.orderflow.devservices.outside.OutsideParty;
import java.util.Map;

/**
 * How a service reaches one of the parts that it needs.
 *
 * @param part its name, such as {@code kafka}
 * @param address where it is, for people
 * @param properties what the service's configuration says about it
 */
public record Connection(String part, String address, Map<String, String> properties) {

    public static final String KAFKA = "kafka";
    public static final String POSTGRES = "postgres";
    public static final String REDIS = "redis";
    public static final String ISSUER = OutsideParty.ISSUER;
    public static final String TRACES = OutsideParty.TRACES;

    public Connection {
        properties = Map.copyOf(properties);
    }

    public static Connection kafka(String bootstrapServers) {
        return new Connection(KAFKA, bootstrapServers, Map.of("kafka.bootstrap.servers", bootstrapServers));
    }

    /** One database, for statements and for migrations. */
    public static Connection postgres(String reactiveUrl, String jdbcUrl) {
        Map<String, String> properties = Map.of(
                "quarkus.datasource.reactive.url",
                reactiveUrl,
                "quarkus.datasource.jdbc.url",
                jdbcUrl,
                "quarkus.datasource.username",
                Postgres.USER,
                "quarkus.datasource.password",
                Postgres.PASSWORD);
        return new Connection(POSTGRES, jdbcUrl, properties);
    }

    public static Connection redis(String url) {
        return new Connection(REDIS, url, Map.of("quarkus.redis.hosts", url));
    }

    /** Every trace is recorded, and told so soon that it can be looked at at once. */
    public static Connection traces(String url) {
        Map<String, String> properties = Map.of(
                "quarkus.otel.exporter.otlp.endpoint", url,
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.traces.sampler.arg", "1.0",
                "quarkus.otel.bsp.schedule.delay", "500ms");
        return new Connection(TRACES, url, properties);
    }

    /** Whose tokens a service takes, and where the keys are. */
    public static Connection issuer(String issuer, String keys) {
        Map<String, String> properties = Map.of(
                "mp.jwt.verify.publickey.location", keys,
                "mp.jwt.verify.issuer", issuer,
                "mp.jwt.verify.audiences", Token.DEFAULT_AUDIENCE);
        return new Connection(ISSUER, keys, properties);
    }
}
