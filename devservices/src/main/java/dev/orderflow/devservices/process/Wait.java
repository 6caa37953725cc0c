package dev.orderflow.devservices.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that nothing signals, such as the state of another process. */
public final class Wait {

    private static final Duration STEP = Duration.ofMillis(20);

    private Wait() {}

    /**
     * Polls until the condition holds.
     *
     * @return whether it held before the time was over; an interrupt ends the wait early and stays set
     */
    public static boolean until(BooleanSupplier condition, Duration atMost) {
        return until(condition, atMost, STEP);
    }

    /** As {@link #until(BooleanSupplier, Duration)}, with such a pause after each look: for looks that cost something. */
    public static boolean until(BooleanSupplier condition, Duration atMost, Duration step) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(step.toNanos());
        }
        return true;
    }
}
