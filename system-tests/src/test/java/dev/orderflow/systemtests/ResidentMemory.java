package dev.orderflow.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What a process keeps in memory, looked at four times a second, in MB, as the operating system counts it (Linux). */
final class ResidentMemory implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Long> megabytes = new ArrayList<>();
    private final Path status;

    ResidentMemory(TestSystem system, String process) {
        try {
            var pid = Files.readString(system.data().resolve("run").resolve(process + ".pid"));
            this.status = Path.of("/proc", pid.strip(), "status");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clock.scheduleAtFixedRate(this::look, 0, 250, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        try (var lines = Files.lines(status)) {
            lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D+", ""))
                    .forEach(kilobytes -> megabytes.add(Long.parseLong(kilobytes) / 1024));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most of the first half of the time, then that of the second. */
    synchronized List<Long> peaks() {
        int half = megabytes.size() / 2;
        return List.of(most(megabytes.subList(0, half)), most(megabytes.subList(half, megabytes.size())));
    }

    private static long most(List<Long> some) {
        return some.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
