package dev.orderflow.messaging.transaction;

import dev.orderflow.messaging.task.Booking;
import dev.orderflow.messaging.task.Task;
import java.util.List;

/** Fired in this process after a commit that left something to publish or to do. A hint: it may be lost. */
public final class Committed {

    boolean events;
    boolean tasks;
    Booking booking = Booking.none();
    List<Task> claimed = List.of();
    List<Runnable> hints = List.of();

    public boolean hasEvents() {
        return events;
    }

    /** Tasks that somebody has still to claim. */
    public boolean hasTasks() {
        return tasks;
    }
}
