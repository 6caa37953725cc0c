package dev.orderflow.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What a process keeps in memory, looked at four times a second, in MB, as the operating system counts it (Linux). */
final class ResidentMemory implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Path status;
    private long peak;

    ResidentMemory(TestSystem system, String process) {
        this.status = Path.of("/proc", Long.toString(system.pid(process)), "status");
        clock.scheduleAtFixedRate(this::look, 0, 250, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        try (var lines = Files.lines(status)) {
            lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D+", ""))
                    .forEach(kilobytes -> peak = Math.max(peak, Long.parseLong(kilobytes) / 1024));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most since it was asked last. */
    synchronized long peak() {
        look();
        var most = peak;
        peak = 0;
        return most;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
