package dev.orderflow.devservices.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.Ports;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.PartStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process, killed and interrupted; without services, which are built after this module. */
class UpCommandIT {

    private static final int PORT_OFFSET = 22_000;
    private static final Duration END = Duration.ofMinutes(1);
    private static final Duration START = Duration.ofMinutes(3);
    private static final int SIGTERM_STATUS = 143;

    @TempDir
    private Path directory;

    private OrderflowSystem system;

    @BeforeEach
    void own() {
        system = OrderflowSystem.of(
                        Options.at(data(), PORT_OFFSET).withServices(List.of()).withTraces(true))
                .ownedByThisJvm();
    }

    @AfterEach
    void stop() {
        system.stop();
    }

    @Test
    void endsEverythingWhenItIsTerminated() throws Exception {
        Process launcher = foreground();
        awaitReady(system.status().size());

        launcher.destroy();

        assertThat(launcher.waitFor()).isEqualTo(SIGTERM_STATUS);
        assertThat(system.isRunning()).isFalse();
    }

    @Test
    void endsEverythingWhenItIsKilled() throws Exception {
        foreground().destroyForcibly().waitFor();

        Awaitility.await().atMost(END).until(() -> !system.isRunning());
    }

    @Test
    void cleansUpWhatACrashHasLeftAndLeavesADetachedSystemAlone() throws Exception {
        system.start("redis");
        assertThat(run("up", "--infrastructure", "--detach")).isZero();
        assertThat(output()).contains("Cleaning up what a crash has left");
        List<PartStatus> detached = system.status();
        awaitReady(detached.size());

        assertThat(run("up", "--infrastructure", "--detach")).isZero();
        awaitReady(detached.size());
        assertThat(system.status())
                .extracting(PartStatus::pid)
                .isEqualTo(detached.stream().map(PartStatus::pid).toList());

        system.kill("redis");
        int port = port(detached, "redis");
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("up", "--infrastructure", "--detach")).isEqualTo(1);
        }
        assertThat(output()).contains("port " + port + ", which redis needs, is taken");
        awaitReady(detached.size() - 1);

        assertThat(run("down")).isZero();
        assertThat(system.isRunning()).isFalse();
        assertThat(detached).allMatch(part -> Ports.isFree(part.port()));
    }

    /** A look at a part waits for half a second only. */
    private void awaitReady(int parts) {
        Awaitility.await()
                .atMost(END)
                .until(() -> system.status().stream().filter(PartStatus::ready).count() == parts);
    }

    @Test
    void leavesWhatADevModeUses() throws Exception {
        system.users().join("order");
        system.startInfrastructure(Set.of("redis"));
        Optional<Long> redis = pid("redis");

        assertThat(run("up", "--infrastructure", "--detach")).isZero();
        assertThat(run("down")).isZero();
        assertThat(output()).contains("What order in dev mode uses");
        assertThat(run("reset")).isEqualTo(1);
        assertThat(output()).contains("the data are used by order in dev mode");
        assertThat(pid("redis")).isEqualTo(redis);

        system.users().leave();
        assertThat(system.isRunning()).isFalse();
    }

    private Process foreground() throws IOException {
        Process launcher = launch("up", "--infrastructure");
        Awaitility.await().atMost(START).until(() -> output().contains("Ctrl-C stops everything"));
        return launcher;
    }

    private int run(String... arguments) throws Exception {
        return launch(arguments).waitFor();
    }

    private Process launch(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(Installation.java(List.of(), Run.class, arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().put("ORDERFLOW_DATA", data().toString());
        builder.environment().put("ORDERFLOW_PORT_OFFSET", Integer.toString(PORT_OFFSET));
        return builder.start();
    }

    private Path data() {
        return directory.resolve("data");
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }

    private Optional<Long> pid(String name) {
        return new ChildProcess(system.layout(), name).find().map(ProcessHandle::pid);
    }

    private static int port(List<PartStatus> parts, String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow()
                .port();
    }
}
