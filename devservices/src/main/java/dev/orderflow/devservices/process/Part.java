package dev.orderflow.devservices.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One process of the system: started on a fixed port, ended gently or the hard way, started again on the same data. A
 * part holds no state of its own; see {@link ChildProcess}.
 */
public interface Part {

    /** How long a part may take until it is ready; generous, since a shared machine may be busy. */
    Duration START_TIMEOUT = Duration.ofSeconds(90);

    String name();

    int port();

    ChildProcess process();

    /** Whether it answers now. */
    boolean isReady();

    /** Begins to run, without waiting. Only called when the process does not run. */
    void launch();

    /**
     * Starts it if it does not run, and returns when it is ready.
     *
     * @throws PartFailed if it ends or is not ready in time; the message names the log
     */
    default void start() {
        if (!process().isRunning()) {
            launch();
        }
        awaitReady(START_TIMEOUT);
    }

    /** Waits until it is ready, and fails as soon as it has ended instead. */
    default void awaitReady(Duration atMost) {
        boolean settled = Wait.until(() -> isReady() || !process().isRunning(), atMost);
        if (!process().isRunning()) {
            throw new PartFailed(name() + " ended while starting" + lastWords());
        }
        if (!settled) {
            throw new PartFailed(name() + " is not ready after " + atMost.toSeconds() + " s" + lastWords());
        }
    }

    /** Ends it in order, with its data flushed; no effect if it does not run. */
    default void stop() {
        process().stop(Duration.ofSeconds(30));
    }

    /** Ends it with SIGKILL; no effect if it does not run. */
    default void kill() {
        process().kill();
    }

    private String lastWords() {
        Path log = process().log();
        try {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank() && !isStackFrame(line))
                    .toList();
            return lines.isEmpty() ? " (empty log " + log + ")" : ": " + lines.getLast() + " (log: " + log + ")";
        } catch (IOException e) {
            return " (no log at " + log + ")";
        }
    }

    private static boolean isStackFrame(String line) {
        return line.startsWith("\t");
    }
}
