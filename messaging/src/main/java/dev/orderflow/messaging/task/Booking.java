package dev.orderflow.messaging.task;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Places that are kept until a transaction has ended, or until the lease with which it stores its tasks is over: then they
 * are free again, though nobody has said how it ended, and others may have claimed the tasks.
 */
public final class Booking {

    private final Places places;
    private final Crew crew;
    private final Set<UUID> tasks;
    private final int size;
    private final long began = System.nanoTime();

    Booking(Places places, Crew crew, Set<UUID> tasks, int size) {
        this.places = places;
        this.crew = crew;
        this.tasks = tasks;
        this.size = size;
    }

    /** Not one place. */
    public static Booking none() {
        return new Booking(null, null, Set.of(), 0);
    }

    public int size() {
        return size;
    }

    boolean isFor(ScheduledTask task) {
        return tasks.contains(task.id());
    }

    Duration lease() {
        return size == 0 ? Duration.ZERO : crew.lease();
    }

    boolean isOver() {
        return System.nanoTime() - began > lease().toNanos();
    }

    /** They are committed as claimed: their calls begin. Not if their leases are over by now. */
    public void begin(List<Task> claimed) {
        if (size == 0) {
            return;
        }
        if (!isOver()) {
            crew.begin(claimed);
        }
        places.giveBack(this);
    }

    /** Nothing was stored, or nobody knows. */
    public void release() {
        if (size > 0) {
            places.giveBack(this);
        }
    }
}
