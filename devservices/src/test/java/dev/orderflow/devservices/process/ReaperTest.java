package dev.orderflow.devservices.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaperTest {

    /** A JVM starts, and a folder is removed, with all others of this machine at work. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path root;

    /** The owner whose death is to be noticed; a JVM of its own. */
    static final class Owner {

        public static void main(String[] args) throws InterruptedException {
            Layout layout = new Layout(Path.of(args[0]));
            Reaper.endAndRemove(layout);
            new ChildProcess(layout, "orphan").start(Launch.of(List.of("sh", "-c", "sleep 300 & sleep 300")));
            Thread.sleep(300_000);
        }
    }

    @Test
    void endsTheProcessesOfAnOwnerThatWasKilled() throws Exception {
        Path data = root.resolve("data");
        Process owner = new ProcessBuilder(
                        Installation.javaExecutable().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        data.toString())
                .inheritIO()
                .start();
        ChildProcess orphan = new ChildProcess(new Layout(data), "orphan");
        Awaitility.await().atMost(PATIENCE).until(() -> orphan.pids().count() == 3);
        List<ProcessHandle> family =
                orphan.pids().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();

        owner.destroyForcibly();

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> family.stream().noneMatch(ProcessRecord::isRunning) && Files.notExists(data));
        assertThat(owner.waitFor()).isNotZero();
    }
}
