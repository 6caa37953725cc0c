package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A Prometheus of this machine that scrapes the running services. A test that asks for it is skipped where there is none. */
final class Prometheus implements AutoCloseable {

    private static final int PORT = port(TestSystem.PORT_OFFSET);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Http http;

    private Prometheus(Process process, Http http) {
        this.process = process;
        this.http = http;
    }

    static int port(int offset) {
        return 9090 + offset;
    }

    /** With the rules that are shipped, evaluated every second. */
    static Prometheus start(TestSystem system) throws IOException {
        var program = program();
        assumeTrue(program != null, "no prometheus on the PATH: the rules are not evaluated");
        var folder = Files.createDirectories(Path.of("target", "prometheus"));
        Files.writeString(folder.resolve("prometheus.yml"), configuration(system));
        Files.writeString(folder.resolve("rules.yaml"), rules().replace("interval: 15s", "interval: 1s"));
        var command = new ProcessBuilder(
                        program.toString(),
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=data-" + System.nanoTime(),
                        "--web.listen-address=127.0.0.1:" + PORT)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        return new Prometheus(command.start(), system.http());
    }

    static String rules() throws IOException {
        return Files.readString(Path.of("..", "k8s", "monitoring", "rules.yaml"));
    }

    private static Path program() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "prometheus"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static String configuration(TestSystem system) {
        return ArchitectureTest.SERVICES.stream()
                .map(service -> """
                          - job_name: %s
                            metrics_path: /q/metrics
                            static_configs: [{targets: ["%s"]}]
                        """.formatted(service, system.url(service).replaceFirst("https?://", "")))
                .collect(Collectors.joining("", """
                        global: {scrape_interval: 1s, evaluation_interval: 1s}
                        rule_files: [rules.yaml]
                        scrape_configs:
                        """, ""));
    }

    /** A rate needs two looks at what it counts: what happens before the first one is none. */
    void awaitAllServices() {
        awaitSeries("sum(up) == " + ArchitectureTest.SERVICES.size());
    }

    /** Every rule, once each has been evaluated. */
    List<JsonNode> evaluated() {
        return await("every rule to be evaluated")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        this::all,
                        rules -> !rules.isEmpty()
                                && rules.stream()
                                        .noneMatch(rule ->
                                                rule.path("health").asText().equals("unknown")));
    }

    private List<JsonNode> all() {
        return http.get("http://127.0.0.1:" + PORT + "/api/v1/rules", null).ok().findValues("rules").stream()
                .flatMap(rules -> rules.valueStream())
                .toList();
    }

    /** Until there is a number. */
    void awaitSeries(String expression) {
        await("a series of " + expression)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(ask(expression).at("/data/result")).isNotEmpty());
    }

    private JsonNode ask(String expression) {
        var query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        return http.get("http://127.0.0.1:" + PORT + "/api/v1/query?query=" + query, null)
                .ok();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
