package dev.orderflow.devservices.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Launch SLEEP = Launch.of(List.of("sleep", "300"));

    @TempDir
    private Path root;

    private ChildProcess child() {
        return new ChildProcess(new Layout(root), "child");
    }

    @AfterEach
    void kill() {
        child().kill();
    }

    @Test
    void isFoundByEveryObjectOfItsNameAndEndsWhenToldTo() {
        child().start(SLEEP);
        ProcessHandle running = child().find().orElseThrow();

        child().stop(Duration.ofSeconds(5));

        assertThat(ProcessRecord.isRunning(running)).isFalse();
        assertThat(child().isRunning()).isFalse();
    }

    @Test
    void isKilledWhenItIgnoresTheSignal() {
        child().start(Launch.of(List.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done")));
        Awaitility.await().until(() -> Files.readString(child().log()).contains("deaf"));

        child().stop(Duration.ofMillis(200));

        assertThat(child().isRunning()).isFalse();
    }

    @Test
    void isKilledWithItsOffspring() {
        child().start(Launch.of(List.of("sh", "-c", "sleep 300 & sleep 300")));
        Awaitility.await().until(() -> child().pids().count() == 3);
        List<ProcessHandle> family =
                child().pids().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();

        child().kill();

        assertThat(family).hasSize(3).noneMatch(ProcessRecord::isRunning);
    }

    @Test
    void isNotTakenForAStrangerThatHasItsPidByNow() throws Exception {
        child().start(SLEEP);
        Path record = root.resolve("run/child.pid");
        FileTime truth = Files.getLastModifiedTime(record);

        Files.setLastModifiedTime(record, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        boolean mistaken = child().isRunning();
        Files.setLastModifiedTime(record, truth);

        assertThat(mistaken).isFalse();
        assertThat(child().isRunning()).isTrue();
    }

    @Test
    void getsItsVariablesAndNotOnItsCommandLine() throws Exception {
        child().start(new Launch(List.of("sh", "-c", "echo $SECRET; sleep 300"), Map.of("SECRET", "hush")));

        Awaitility.await().until(() -> Files.readString(child().log()).contains("hush"));
        assertThat(child().find().orElseThrow().info().commandLine().orElse("")).doesNotContain("hush");
    }
}
