package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.orderflow.client.Service;
import dev.orderflow.systemtests.page.PageReader;
import dev.orderflow.systemtests.page.ShownAnswer;
import dev.orderflow.systemtests.page.Step;
import dev.orderflow.systemtests.page.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The requests of the docs do what they say: executed as they are, but for the ports of the test system. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsPageIT {

    private static final Path DOCS = Path.of("..", "docs");

    private static final String REPLICA = "order-2";

    /** It limits customers and records every trace, as every service does that is not under test. */
    private static final Map<String, String> AS_EVER =
            Map.of("ORDERFLOW_RATE_LIMIT_ENABLED", "true", "QUARKUS_OTEL_TRACES_SAMPLER_ARG", "1");

    /** Without it "./run demo" would not find all that "./run" starts, and have a system of its own. */
    private static final String CONSOLE = "console";

    /** What the client does not know. */
    private static final Map<String, String> OTHERS = Map.of(
            "http://localhost:8080", CONSOLE,
            "http://localhost:8087", "analytics",
            "http://localhost:8091", "payment-provider",
            "http://localhost:8093", "mail");

    private TestSystem system;

    @BeforeAll
    void haveWhatTheReaderHas() {
        system = RunningSystem.get();
        system.loadCatalogue();
        system.start(REPLICA, AS_EVER);
        system.start(CONSOLE);
    }

    @AfterAll
    void stopReplica() {
        system.stop(CONSOLE);
        system.stop(REPLICA);
        system.stop("payment");
        system.start("payment");
        new Levers(system, "inventory").pause("order-events-in", false);
    }

    @TestFactory
    Stream<DynamicTest> answersWhatThePageShows(@TempDir Path folder) throws Exception {
        return stepsOf("requests.md", folder);
    }

    @TestFactory
    Stream<DynamicTest> theTourShowsWhatItSays(@TempDir Path folder) throws Exception {
        return stepsOf("tour.md", folder);
    }

    private Stream<DynamicTest> stepsOf(String page, Path folder) throws Exception {
        var steps = steps(DOCS.resolve(page));
        var outputs = terminal(folder).outputs(steps);
        return IntStream.range(0, steps.size())
                .mapToObj(n -> dynamicTest(steps.get(n).toString(), () -> {
                    var missing = new ShownAnswer(steps.get(n).shown()).missingIn(outputs.get(n));
                    assertThat(missing).as(outputs.get(n)).isEmpty();
                }));
    }

    @Test
    void theReadmesOrderIsTaken(@TempDir Path folder) throws Exception {
        var outputs = terminal(folder).outputs(steps(Path.of("..", "README.md")));

        assertThat(outputs).singleElement().asString().contains("\"status\":\"PENDING\"");
    }

    private List<Step> steps(Path page) throws IOException {
        var text = Files.readString(page);
        for (var service : Service.values()) {
            var process = service == Service.ORDER ? REPLICA : service.name().toLowerCase(Locale.ROOT);
            text = text.replace("http://localhost:" + service.developmentPort(), system.url(process));
        }
        for (var other : OTHERS.entrySet()) {
            text = text.replace(other.getKey(), system.url(other.getValue()));
        }
        return PageReader.steps(text);
    }

    private Terminal terminal(Path folder) throws IOException {
        var launcher = new Launcher(system);
        var run = Files.writeString(folder.resolve("run"), launcher.script());
        assertThat(run.toFile().setExecutable(true)).isTrue();
        return new Terminal(folder, launcher.environment());
    }
}
