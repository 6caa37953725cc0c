package dev.orderflow.analytics.testing;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.devservices.testing.EmbeddedParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A replica as it is run in production: the packaged program, in a process of its own. Ends with this object. */
public final class Packaged implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final int port = freePort();
    private final Process process;

    /** @param directory for its state and its log */
    public Packaged(Path directory) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                PROGRAM.toString());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("replica-" + port + ".log").toFile());
        builder.environment().putAll(environment(directory));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment(Path directory) {
        var parts = EmbeddedParts.shared();
        var environment = Stream.of(parts.kafka(), parts.issuer())
                .flatMap(part -> part.properties().entrySet().stream())
                .collect(toMap(entry -> variable(entry.getKey()), Map.Entry::getValue));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put(
                "ORDERFLOW_ANALYTICS_STATE", directory.resolve("state-" + port).toString());
        // A group of its own: others of this JVM share the broker.
        environment.put(
                "ORDERFLOW_ANALYTICS_GENERATION", directory.getFileName().toString());
        return environment;
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
