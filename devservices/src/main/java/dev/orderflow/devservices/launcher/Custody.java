package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * This launcher's duty to end the system when it ends itself: on Ctrl-C, on a failed start, on any exit, until the system
 * is let go. A file tells of the duty, so that the next launcher cleans up after one that was killed.
 */
final class Custody {

    private static final int STARTUP_ENDS_WITHIN_SECONDS = 20;

    private final OrderflowSystem system;
    private final Thread starter = Thread.currentThread();
    private final CountDownLatch startupEnded = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "end-system");

    private boolean inherited;
    private volatile boolean started;

    private Custody(OrderflowSystem system) {
        this.system = system;
    }

    /** Takes the system over; what a killed launcher has left of it is ended first. */
    static Custody of(OrderflowSystem system) {
        Custody custody = new Custody(system);
        if (Files.exists(custody.mark()) && system.isRunning()) {
            Console.say("Cleaning up after a launcher that was killed");
            system.stop();
        }
        custody.inherited = system.isRunning();
        custody.write();
        Runtime.getRuntime().addShutdownHook(custody.hook);
        return custody;
    }

    /** Does what starts processes. A failure does not touch a system that ran in the background before. */
    void during(Runnable startup) {
        try {
            startup.run();
            started = true;
        } finally {
            startupEnded.countDown();
        }
    }

    /** The system outlives this launcher. */
    void letGo() {
        Runtime.getRuntime().removeShutdownHook(hook);
        forget();
    }

    /** First stops the startup, which might start a process after all were ended. */
    private void end() {
        starter.interrupt();
        try {
            startupEnded.await(STARTUP_ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean ours = started || !inherited;
        if (ours && system.isRunning()) {
            Console.say("Stopping");
            system.stop();
        }
        forget();
    }

    private Path mark() {
        return system.layout().run().resolve("foreground");
    }

    private void write() {
        try {
            Files.writeString(mark(), Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new PartFailed(mark() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException e) {
            Console.say(mark() + " cannot be deleted: " + e.getMessage());
        }
    }
}
