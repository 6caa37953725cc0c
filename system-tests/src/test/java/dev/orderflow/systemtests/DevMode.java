package dev.orderflow.systemtests;

import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.process.User;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Dev mode of one service, started by the command that the README names. */
final class DevMode {

    /** Nothing is built before the first one. */
    private static final Duration START = Duration.ofMinutes(5);

    private final String service;
    private final OrderflowSystem system;
    private final Path log;
    private final Process maven;

    private DevMode(String service, OrderflowSystem system, Path log, Process maven) {
        this.service = service;
        this.system = system;
        this.log = log;
        this.maven = maven;
    }

    /** Returns when the service is ready. */
    static DevMode of(String service, CheckoutCopy checkout, Options options) {
        var log = checkout.root().resolve(service + ".log");
        var command = List.of("./mvnw", "-B", "quarkus:dev", "-pl", service, "-Dmaven.test.skip=true");
        var builder = Maven.process(command, checkout.root(), options.data(), options.portOffset())
                .redirectOutput(log.toFile());
        try {
            var devMode = new DevMode(service, OrderflowSystem.of(options), log, builder.start());
            devMode.awaitReady();
            return devMode;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, to Quarkus and to the Maven that has started it. */
    void kill() {
        user().flatMap(user -> ProcessHandle.of(user.pid())).ifPresent(ProcessHandle::destroyForcibly);
        maven.destroyForcibly();
        await().until(() -> !maven.isAlive());
    }

    private void awaitReady() {
        await().atMost(START).until(() -> !maven.isAlive() || system.answers(service));
        if (!maven.isAlive()) {
            throw new AssertionError(service + " has ended while starting:\n" + output());
        }
    }

    private Optional<User> user() {
        return system.users().living().stream()
                .filter(user -> user.name().equals(service))
                .findFirst();
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
