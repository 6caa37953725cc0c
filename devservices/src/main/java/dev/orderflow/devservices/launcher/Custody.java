package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Users;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * This launcher's duty to end the services when it ends itself: on Ctrl-C, on a failed start, on any exit, until the
 * system is let go. What dev modes use meanwhile goes on. One that is killed is stood in for, as every user is.
 */
final class Custody {

    private static final int STARTUP_ENDS_WITHIN_SECONDS = 20;

    private final OrderflowSystem system;
    private final Users users;
    private final Thread starter = Thread.currentThread();
    private final CountDownLatch startupEnded = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "end-system");

    private volatile boolean ours;

    private Custody(OrderflowSystem system) {
        this.system = system;
        this.users = system.users();
    }

    /** Takes the services over; what a crash has left of a system is ended first. */
    static Custody of(OrderflowSystem system) {
        Custody custody = new Custody(system);
        custody.users.join(Users.LAUNCHER);
        custody.ours = !custody.users.isLeftRunning();
        Runtime.getRuntime().addShutdownHook(custody.hook);
        return custody;
    }

    /** Does what starts processes. A failure does not touch a system that ran in the background before. */
    void during(Runnable startup) {
        try {
            startup.run();
            users.takeOver();
            ours = true;
        } finally {
            startupEnded.countDown();
        }
    }

    /** The system outlives this launcher. */
    void letGo() {
        Runtime.getRuntime().removeShutdownHook(hook);
        users.leaveRunning();
    }

    /** First stops the startup, which might start a process after all were ended. */
    private void end() {
        starter.interrupt();
        try {
            startupEnded.await(STARTUP_ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ours && system.isRunning()) {
            Console.say("Stopping");
            system.stopServices();
        }
        users.leave();
    }
}
