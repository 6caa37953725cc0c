package dev.orderflow.devservices.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file that remembers a process: its pid, written by the process itself just before it becomes the program. A pid
 * that the system has given to a stranger since is told by its start, which then lies far from the file's time.
 */
record ProcessRecord(Path file) {

    /** Wide enough for a stepped clock, far narrower than the reuse of a pid. */
    private static final Duration START_TOLERANCE = Duration.ofMinutes(1);

    Optional<ProcessHandle> find() {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            long pid = Long.parseLong(Files.readString(file).strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessRecord::isRunning)
                    .filter(handle -> startedNear(handle, written));
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    /**
     * Also false for a zombie: it holds no port and no file, and its parent may never collect it. One that is collected
     * while it is looked at has ended too, so it is asked again.
     */
    static boolean isRunning(ProcessHandle handle) {
        return handle.isAlive() && !isZombie(handle.pid()) && handle.isAlive();
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean startedNear(ProcessHandle handle, Instant written) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(start, written).abs().compareTo(START_TOLERANCE) < 0)
                .orElse(true);
    }

    /** The first thread may have ended before the others: only when it is alone are the ports and files let go. */
    private static boolean isZombie(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            String stat = Files.readString(process.resolve("stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')')) && threads.count() <= 1;
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }
}
