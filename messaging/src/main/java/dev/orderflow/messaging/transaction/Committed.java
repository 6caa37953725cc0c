package dev.orderflow.messaging.transaction;

import java.util.List;

/** Fired in this process after a commit that left something to publish or to do. A hint: it may be lost. */
public final class Committed {

    boolean events;
    boolean tasks;
    List<Runnable> hints = List.of();

    public boolean hasEvents() {
        return events;
    }

    public boolean hasTasks() {
        return tasks;
    }
}
