package dev.orderflow.messaging.task;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The places for calls in this process, so many at once. A task that is due when it is written takes one before its
 * transaction commits, and is stored as claimed: its call begins at the commit, and nobody has to claim it. While others
 * wait for a place, it waits with them.
 */
@Singleton
public final class Places {

    private final Set<Booking> booked = ConcurrentHashMap.newKeySet();
    private volatile Crew crew;
    private volatile boolean crowded;

    void open(Crew hands) {
        crew = hands;
    }

    /** From now on there are none. What is booked already goes to the crew all the same. */
    void close() {
        crew = null;
    }

    /** For those of the tasks that are due now, as many as there are places. */
    public synchronized Booking book(List<ScheduledTask> tasks) {
        var hands = crew;
        if (hands == null || tasks.isEmpty()) {
            return Booking.none();
        }
        var now = Instant.now();
        var due = tasks.stream().filter(task -> isDue(task, hands, now)).toList();
        int free = crowded ? 0 : free(hands);
        crowded = crowded || due.size() > free;
        return booking(hands, ids(due.subList(0, Math.min(free, due.size()))), Math.min(free, due.size()));
    }

    /** For a claim. Half of the places, unless tasks are known to wait: the other half is for those that are being written. */
    synchronized Booking bookClaim() {
        var hands = crew;
        if (hands == null) {
            return Booking.none();
        }
        int free = free(hands);
        crowded = crowded || free == 0;
        return booking(hands, Set.of(), crowded ? free : (free + 1) / 2);
    }

    /** @param crowded whether tasks may wait for a place */
    void found(boolean crowded) {
        this.crowded = crowded;
    }

    /** Whether tasks may wait for a place that becomes free. */
    boolean isCrowded() {
        return crowded;
    }

    void giveBack(Booking booking) {
        booked.remove(booking);
    }

    private Booking booking(Crew hands, Set<UUID> tasks, int size) {
        if (size == 0) {
            return Booking.none();
        }
        var booking = new Booking(this, hands, tasks, size);
        booked.add(booking);
        return booking;
    }

    private int free(Crew hands) {
        booked.removeIf(Booking::isOver);
        return Math.max(
                0,
                hands.size()
                        - hands.busy()
                        - booked.stream().mapToInt(Booking::size).sum());
    }

    private static boolean isDue(ScheduledTask task, Crew hands, Instant now) {
        return hands.kinds().contains(task.task().kind()) && !task.task().due().isAfter(now);
    }

    private static Set<UUID> ids(List<ScheduledTask> tasks) {
        return tasks.stream().map(ScheduledTask::id).collect(Collectors.toUnmodifiableSet());
    }
}
