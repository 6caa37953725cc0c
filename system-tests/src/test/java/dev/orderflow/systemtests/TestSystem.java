package dev.orderflow.systemtests;

import static org.awaitility.Awaitility.await;

import dev.orderflow.client.OrderflowClient;
import dev.orderflow.devservices.drill.AnsweredFigures;
import dev.orderflow.devservices.drill.JournalFigures;
import dev.orderflow.devservices.issuer.SigningKey;
import dev.orderflow.devservices.issuer.Token;
import dev.orderflow.devservices.system.Api;
import dev.orderflow.devservices.system.Catalogue;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Recount;
import dev.orderflow.devservices.system.Service;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A whole Orderflow of built processes, beside any other on this machine. Ends with this JVM. */
final class TestSystem {

    /** The tests are shared out among JVMs, each of which has a system of its own. Other modules' JVMs are counted, too. */
    private static final int JVM = Integer.getInteger("orderflow.system-tests.jvm", 1);

    static final int PORT_OFFSET = portOffset(JVM);

    private static final Path DATA = Path.of("target", "system-" + JVM);

    /** Time enough to recall a parcel, or to ask about one that comes back, also on a busy machine. */
    private static final Map<String, String> UNHURRIED_CARRIER =
            Map.of("PARTY_DISPATCH_DELAY", "5000", "PARTY_RETURN_DELAY", "5000");

    /** A load is one customer who never rests, and a trace is recorded only if its caller asks for it. */
    private static final Map<String, String> SERVICES =
            Map.of("ORDERFLOW_RATE_LIMIT_ENABLED", "false", "QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0");

    private final Options options = Options.at(fresh(DATA), PORT_OFFSET)
            .withServiceVariables(SERVICES)
            .withPartyVariables(UNHURRIED_CARRIER)
            .withTraces(true);
    private final OrderflowSystem system = OrderflowSystem.of(options).ownedByThisJvm();
    private final Http http = new Http();

    /**
     * Above the ports that tests draw for their parts, and below those of outgoing connections. No part of one system has
     * the port of any part of another: no two parts of a system lie 60 apart, or a multiple of it. They do lie 1,000
     * apart, as carrier and Kafka.
     */
    static int portOffset(int jvm) {
        return 20_000 + 60 * (jvm - 1);
    }

    /** Nothing of an earlier run: its migrations and topics may be older. */
    private static Path fresh(Path data) {
        try (var old = Files.exists(data) ? Files.walk(data) : Stream.<Path>empty()) {
            old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** If it fails, nothing is left running: the next one would only say that its ports are taken. */
    TestSystem start() {
        try {
            system.start();
            return this;
        } catch (RuntimeException failure) {
            stopAfter(failure);
            throw failure;
        }
    }

    private void stopAfter(RuntimeException failure) {
        try {
            system.stop();
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    Http http() {
        return http;
    }

    Path data() {
        return DATA.toAbsolutePath();
    }

    Path log(String process) {
        return system.log(process);
    }

    /** Of a process that runs. */
    long pid(String process) {
        try {
            return Long.parseLong(Files.readString(data().resolve("run").resolve(process + ".pid"))
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String kafkaBootstrap() {
        return system.endpoints().kafkaBootstrap();
    }

    /** Base URL of a service or an outside party, by the name of its process. */
    String url(String process) {
        return switch (process) {
            case "payment-provider" -> system.endpoints().paymentProvider();
            case "carrier" -> system.endpoints().carrier();
            case "mail" -> system.endpoints().mail();
            case "traces" -> system.endpoints().traces();
            case "redis" -> system.endpoints().redis();
            case "console" -> system.endpoints().console();
            default -> serviceUrl(process);
        };
    }

    /** Of a replica too: {@code order-2}. */
    private String serviceUrl(String process) {
        var name = process.split("-");
        var service = Arrays.stream(Service.values())
                .filter(each -> each.module().equals(name[0]))
                .findFirst()
                .orElseThrow();
        return system.endpoints().service(service, name.length == 1 ? 1 : Integer.parseInt(name[1]));
    }

    /** SIGKILL. */
    void kill(String process) {
        system.kill(process);
    }

    /** SIGSTOP. */
    void freeze(String process) {
        system.freeze(process);
    }

    /** SIGCONT. */
    void thaw(String process) {
        system.thaw(process);
    }

    /** In order; returns when it is gone. */
    void stop(String process) {
        system.stop(process);
    }

    /** Returns when it is ready. */
    void start(String process) {
        system.start(process);
    }

    /** With further environment variables, until its next start. */
    void start(String process, Map<String, String> variables) {
        var all = new HashMap<>(options.serviceVariables());
        all.putAll(variables);
        OrderflowSystem.of(options.withServiceVariables(all)).start(process);
    }

    /** As {@code ./run analytics rebuild} does. */
    void recountAnalytics() {
        new Recount(system).run();
    }

    /** What analytics should have counted. */
    JournalFigures journalFigures() {
        return new JournalFigures(system.endpoints().jdbcUrl(Service.ORDER));
    }

    /** What analytics says. */
    AnsweredFigures answeredFigures() {
        return new AnsweredFigures(new Api(url("analytics"), token("ops", "operator", null)));
    }

    /** A connection to a service's database. */
    Connection database(String process) throws SQLException {
        var service = Service.valueOf(process.toUpperCase(Locale.ROOT));
        return DriverManager.getConnection(system.endpoints().jdbcUrl(service), "orderflow", "orderflow");
    }

    /** Returns when order sells what {@code ./run} has to sell. */
    void loadCatalogue() {
        Catalogue.load(system, Catalogue.products());
        await("order to know the products")
                .atMost(Shop.PATIENCE)
                .until(() -> Catalogue.askOrder(system, Catalogue.products()).status() == 409);
    }

    /** The Java client of one caller. */
    OrderflowClient client(String token) {
        return client(token, "order");
    }

    /** @param process the replica that it speaks to, of its service */
    OrderflowClient client(String token, String process) {
        var builder = OrderflowClient.builder().token(token).http(http.client());
        for (var service : dev.orderflow.client.Service.values()) {
            var name = service.name().toLowerCase(Locale.ROOT);
            builder.at(service, URI.create(url(process.startsWith(name) ? process : name)));
        }
        return builder.build();
    }

    String token(String subject, String role, String email) {
        return system.token(subject, email, role);
    }

    /** Of somebody who is both, a customer and an operator. */
    String tokenOfAll(String subject) {
        return system.token(subject, subject + "@example.com", "customer", "operator");
    }

    /** Signed with the right key, but over since an hour. */
    String expiredToken(String subject) {
        var twoHoursAgo = Instant.now().minus(Duration.ofHours(2));
        var token = new Token(
                subject,
                List.of("customer", "operator"),
                null,
                system.endpoints().issuer(),
                Token.DEFAULT_AUDIENCE,
                twoHoursAgo,
                Duration.ofHours(1));
        return token.sign(SigningKey.in(system.layout().data("issuer")));
    }
}
