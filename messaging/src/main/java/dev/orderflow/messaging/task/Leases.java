package dev.orderflow.messaging.task;

import dev.orderflow.messaging.loop.PollLoop;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tasks that this process works on. One whose call takes long keeps its lease, so that the lease need not be longer
 * than the longest call: it is only how long a worker that died, or was frozen, delays its tasks. Most calls are over
 * before that costs a statement.
 */
final class Leases {

    /** So that one look may fail. */
    private static final int LOOKS = 3;

    private final Tasks tasks;
    private final Pool pool;
    private final Duration lease;
    private final Duration pause;
    private final PollLoop loop;
    private final Map<Task, Long> held = new ConcurrentHashMap<>();

    Leases(Tasks tasks, Pool pool, Vertx vertx, Duration lease) {
        this.tasks = tasks;
        this.pool = pool;
        this.lease = lease;
        this.pause = lease.dividedBy(LOOKS);
        this.loop = new PollLoop(vertx, "task leases", this::turn, pause, pause);
    }

    void start() {
        loop.nudge();
    }

    CompletableFuture<Void> stop() {
        return loop.stop();
    }

    void hold(Task task) {
        held.put(task, System.nanoTime());
    }

    void giveBack(Task task) {
        held.remove(task);
    }

    int held() {
        return held.size();
    }

    private Uni<Boolean> turn() {
        long before = System.nanoTime() - pause.toNanos();
        List<Task> longest = held.entrySet().stream()
                .filter(each -> each.getValue() < before)
                .map(Map.Entry::getKey)
                .toList();
        return longest.isEmpty()
                ? Uni.createFrom().item(false)
                : tasks.prolong(pool, longest, lease).replaceWith(false);
    }
}
