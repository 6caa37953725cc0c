package dev.orderflow.messaging.transaction;

/** Fired in this process after a commit that left something to publish or to do. A hint: it may be lost. */
public final class Committed {

    boolean events;
    boolean tasks;

    public boolean hasEvents() {
        return events;
    }

    public boolean hasTasks() {
        return tasks;
    }
}
