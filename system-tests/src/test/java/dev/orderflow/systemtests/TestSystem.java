package dev.orderflow.systemtests;

import dev.orderflow.devservices.issuer.SigningKey;
import dev.orderflow.devservices.issuer.Token;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A whole Orderflow of built processes, beside any other on this machine. Ends with this JVM. */
final class TestSystem {

    private static final int PORT_OFFSET = 10_000;
    private static final Path DATA = Path.of("target", "system");

    private final OrderflowSystem system =
            OrderflowSystem.of(Options.at(DATA, PORT_OFFSET)).ownedByThisJvm();
    private final Http http = new Http();

    /** Starts all of it on the data of earlier runs, if there are any. */
    TestSystem start() {
        system.start();
        return this;
    }

    void stop() {
        system.stop();
        http.close();
    }

    Http http() {
        return http;
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
            default ->
                system.url(Arrays.stream(Service.values())
                        .filter(service -> service.module().equals(process))
                        .findFirst()
                        .orElseThrow());
        };
    }

    /** SIGKILL. */
    void kill(String process) {
        system.kill(process);
    }

    /** Returns when it is ready. */
    void start(String process) {
        system.start(process);
    }

    String token(String subject, String role, String email) {
        return system.token(subject, email, role);
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
