package dev.orderflow.messaging.task;

import dev.orderflow.messaging.loop.PollLoop;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The tasks that this process works on. One whose call takes long keeps its lease, so that the lease need not be longer
 * than the longest call: it is only how long a worker that died, or was frozen, delays its tasks. Most calls are over
 * before they are prolonged.
 */
final class Leases {

    private static final Logger LOG = Logger.getLogger(Leases.class);

    /** So that one look may fail, even by waiting in vain for a connection (5 s of the 10 s that a lease has). */
    private static final int LOOKS = 5;

    private final Tasks tasks;
    private final Pool pool;
    private final Duration lease;
    private final PollLoop loop;
    private final Set<Task> held = ConcurrentHashMap.newKeySet();

    Leases(Tasks tasks, Pool pool, Vertx vertx, Duration lease) {
        this.tasks = tasks;
        this.pool = pool;
        this.lease = lease;
        var pause = lease.dividedBy(LOOKS);
        this.loop = new PollLoop(vertx, "task leases", this::turn, pause, pause);
    }

    void start() {
        loop.nudge();
    }

    /** What is still held is another's at once, rather than when its lease ends. */
    CompletableFuture<Void> stop() {
        return loop.stop().thenCompose(stopped -> loop.last(this::handBack));
    }

    private Uni<Void> handBack() {
        var all = List.copyOf(held);
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LOG.infof("%d calls take longer than the stop waits: others repeat them with the same keys", all.size());
        return tasks.handBack(pool, all)
                .onFailure()
                .invoke(failure -> LOG.warnf("their tasks wait for their leases: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    void hold(Task task) {
        held.add(task);
    }

    void giveBack(Task task) {
        held.remove(task);
    }

    int held() {
        return held.size();
    }

    private Uni<Boolean> turn() {
        var all = List.copyOf(held);
        return all.isEmpty()
                ? Uni.createFrom().item(false)
                : tasks.prolong(pool, all, lease).replaceWith(false);
    }
}
