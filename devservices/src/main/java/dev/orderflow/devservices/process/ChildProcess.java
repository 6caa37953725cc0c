package dev.orderflow.devservices.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operating-system process known by a name under a {@link Layout}. All its state is on disk, so that another JVM, or
 * another class loader of this one, with the same layout finds, stops or kills the same process. It runs in a session of
 * its own: Ctrl-C in the terminal reaches the launcher alone, which then ends its children in order.
 */
public final class ChildProcess {

    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(10);

    private final Layout layout;
    private final String name;
    private final ProcessRecord record;

    public ChildProcess(Layout layout, String name) {
        this.layout = layout;
        this.name = name;
        this.record = new ProcessRecord(layout.pidFile(name));
    }

    /** Starts the process in the background; its output is appended to the log. */
    public void start(Launch launch) {
        Path log = log();
        ProcessBuilder builder = new ProcessBuilder(Session.detached(record.file(), launch.command()))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        try {
            record.delete();
            Process process = builder.start();
            Wait.until(() -> find().isPresent() || !process.isAlive(), KILL_TIMEOUT);
        } catch (IOException e) {
            throw new PartFailed(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** The running process, if it runs. */
    public Optional<ProcessHandle> find() {
        return record.find();
    }

    public boolean isRunning() {
        return find().isPresent();
    }

    public Path log() {
        return layout.log(name);
    }

    /** SIGTERM, then SIGKILL when the grace is over; returns when the process is gone. */
    public void stop(Duration grace) {
        stop("TERM", grace);
    }

    /** As {@link #stop(Duration)}, with the signal that this program takes as "finish in order". */
    public void stop(String signal, Duration grace) {
        find().ifPresent(handle -> {
            Signals.send(signal, handle);
            if (!Wait.until(() -> !ProcessRecord.isRunning(handle), grace)) {
                kill();
            }
        });
        forget();
    }

    /** SIGKILL, to the process and what it had started; returns when they are gone. No effect if it does not run. */
    public void kill() {
        find().ifPresent(handle -> {
            List<ProcessHandle> family = new ArrayList<>();
            family.add(handle);
            handle.descendants().forEach(family::add);
            family.forEach(ProcessHandle::destroyForcibly);
            if (!Wait.until(() -> family.stream().noneMatch(ProcessRecord::isRunning), KILL_TIMEOUT)) {
                throw new PartFailed(name + " (pid " + handle.pid() + ") does not end");
            }
        });
        forget();
    }

    /** SIGSTOP: it does nothing any more, and nobody is told so. No effect if it does not run. */
    public void freeze() {
        find().ifPresent(handle -> Signals.send("STOP", handle));
    }

    /** SIGCONT: it goes on as if no time had passed. */
    public void thaw() {
        find().ifPresent(handle -> Signals.send("CONT", handle));
    }

    /** The pids of the process and of its descendants. */
    public Stream<Long> pids() {
        return find().stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(ProcessHandle::pid);
    }

    private void forget() {
        try {
            record.delete();
        } catch (IOException e) {
            throw new PartFailed("cannot delete " + record.file() + ": " + e.getMessage(), e);
        }
    }
}
