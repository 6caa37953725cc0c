package dev.orderflow.devservices.testing;

import dev.orderflow.devservices.embedded.Kafka;
import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.embedded.Redis;
import dev.orderflow.devservices.issuer.SigningKey;
import dev.orderflow.devservices.issuer.Token;
import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.Part;
import dev.orderflow.devservices.system.Connection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Real Kafka, Postgres and Redis for tests, each started when it is first asked for, on free ports, once per JVM: all
 * class loaders of this JVM see the same ones. They are gone, with their data, when the JVM is, even if it was killed.
 */
public final class EmbeddedParts {

    /** The parts, for those methods that take one. */
    public enum Name {
        KAFKA,
        POSTGRES,
        REDIS
    }

    private final Workspace workspace;
    private final Kafka kafka;
    private final Postgres postgres;
    private final Redis redis;

    private EmbeddedParts(Workspace workspace) {
        Layout layout = workspace.layout();
        this.workspace = workspace;
        this.kafka = new Kafka(layout, workspace.port("kafka"), workspace.port("kafka-controller"));
        this.postgres = new Postgres(layout, workspace.port("postgres"));
        this.redis = new Redis(layout, workspace.port("redis"));
    }

    /** The parts of this JVM. */
    public static EmbeddedParts shared() {
        return new EmbeddedParts(Workspace.ofThisJvm());
    }

    /** Starts the parts together, which takes as long as the slowest of them; returns when all are ready. */
    public EmbeddedParts start(Name... names) {
        CompletableFuture.allOf(Arrays.stream(names)
                        .map(name -> CompletableFuture.runAsync(() -> started(part(name)), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
        return this;
    }

    public String kafkaBootstrap() {
        return started(kafka).bootstrapServers();
    }

    public int postgresPort() {
        return started(postgres).port();
    }

    /**
     * Creates an empty database that nobody has used before.
     *
     * @param prefix what its name begins with, letters and digits
     * @return its name, never the same twice
     */
    public String createDatabase(String prefix) {
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String database = prefix.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_") + "_" + unique;
        started(postgres).ensureDatabase(database);
        return database;
    }

    public String jdbcUrl(String database) {
        return started(postgres).jdbcUrl(database);
    }

    public String reactiveUrl(String database) {
        return started(postgres).reactiveUrl(database);
    }

    public String user() {
        return Postgres.USER;
    }

    public String password() {
        return Postgres.PASSWORD;
    }

    public String redisUrl() {
        return started(redis).url();
    }

    public int redisPort() {
        return started(redis).port();
    }

    /** A part that was killed or stopped comes back on the same port and data; returns when it is ready. */
    public void start(Name name) {
        part(name).start();
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill(Name name) {
        part(name).kill();
    }

    /** Ends the part in order; returns when the process is gone. */
    public void stop(Name name) {
        part(name).stop();
    }

    public Connection kafka() {
        return Connection.kafka(kafkaBootstrap());
    }

    /** A database that {@link #createDatabase} has made. */
    public Connection postgres(String database) {
        return Connection.postgres(reactiveUrl(database), jdbcUrl(database));
    }

    public Connection redis() {
        return Connection.redis(redisUrl());
    }

    /** Of {@link Tokens}. */
    public Connection issuer() {
        return Connection.issuer(Token.DEFAULT_ISSUER, publicKeysUrl());
    }

    /** The key behind {@link Tokens}. */
    public SigningKey signingKey() {
        return SigningKey.in(workspace.layout().root());
    }

    /** Where verifiers of {@link Tokens} find the public key, as a {@code file:} URL of a JWKS. */
    public String publicKeysUrl() {
        return workspace.publish("jwks.json", signingKey().publicKeys()).toUri().toString();
    }

    /** What a part wrote, for the message of a failed test. */
    public Path log(Name name) {
        return part(name).process().log();
    }

    private Part part(Name name) {
        return switch (name) {
            case KAFKA -> kafka;
            case POSTGRES -> postgres;
            case REDIS -> redis;
        };
    }

    /** Only the first use starts a part: one that a test has killed stays down until {@link #start(Name)}. */
    private <P extends Part> P started(P part) {
        workspace.once(part.name(), part::start);
        return part;
    }
}
