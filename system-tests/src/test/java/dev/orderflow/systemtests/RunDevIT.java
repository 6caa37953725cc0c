package dev.orderflow.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.User;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.PartStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./run dev}: one service in dev mode, the others as they are built. */
@Tag("nightly")
class RunDevIT {

    private static final int PORT_OFFSET = 22_000;
    private static final Duration START = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private final List<Process> started = new ArrayList<>();
    private OrderflowSystem system;

    @BeforeEach
    void own() {
        system = OrderflowSystem.of(Options.at(directory.resolve("data"), PORT_OFFSET))
                .ownedByThisJvm();
    }

    @AfterEach
    void stop() {
        started.stream()
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process.toHandle())))
                .forEach(ProcessHandle::destroyForcibly);
        system.stop();
    }

    @Test
    void deliversAnOrderAndEndsAllTogether() throws Exception {
        var launcher = run("dev", "order");
        await().atMost(START).until(() -> !launcher.isAlive() || isReady());
        assertThat(launcher.isAlive()).as(output("dev")).isTrue();
        assertThat(system.users().living()).extracting(User::name).containsExactly("order", "run");

        var demo = run("demo");
        assertThat(demo.waitFor(START.toSeconds(), SECONDS)).as(output("demo")).isTrue();
        assertThat(demo.exitValue()).as(output("demo")).isZero();

        launcher.destroy();
        assertThat(launcher.waitFor(START.toSeconds(), SECONDS)).isTrue();
        assertThat(system.isRunning()).isFalse();
        assertThat(system.users().living()).isEmpty();
    }

    private boolean isReady() {
        return system.status().stream().allMatch(PartStatus::ready);
    }

    private Process run(String... arguments) throws IOException {
        var home = Installation.home();
        var command = Stream.concat(Stream.of(home.resolve("run").toString()), Stream.of(arguments))
                .toList();
        var process = Maven.process(command, home, system.layout().root(), PORT_OFFSET)
                .redirectOutput(log(arguments[0]).toFile())
                .start();
        started.add(process);
        return process;
    }

    private String output(String command) throws IOException {
        return Files.readString(log(command));
    }

    private Path log(String command) {
        return directory.resolve(command + ".log");
    }
}
