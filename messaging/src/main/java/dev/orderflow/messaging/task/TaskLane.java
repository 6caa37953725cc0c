package dev.orderflow.messaging.task;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.loop.PollLoop;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Runs tasks of some kinds, begun at a commit or claimed, at most so many at once, whatever other lanes do. */
final class TaskLane implements Crew {

    private static final Logger LOG = Logger.getLogger(TaskLane.class);

    private static final Duration LONGEST_HAND_BACK = Duration.ofSeconds(5);

    private static final Duration SOON = Duration.ofSeconds(2);

    /** A carrier, say, is not to be overrun by all that has been on the road for weeks. */
    private static final int MOST_AT_ONCE = 1_000;

    record Parts(Tasks tasks, TaskRun run, Pool pool, Vertx vertx, MessagingConfig.Worker config) {}

    private final Map<String, TaskHandler<?, ?>> handlers;
    private final Places places;
    private final Parts parts;
    private final int concurrency;
    private final PollLoop loop;
    private final Leases leases;
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile boolean draining;

    /** @param places its own: no other lane's */
    TaskLane(Lane lane, List<TaskHandler<?, ?>> handlers, Places places, Parts parts) {
        var config = parts.config();
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::kind, Function.identity()));
        this.places = places;
        this.parts = parts;
        this.concurrency = lane.places(config);
        this.leases = new Leases(parts.tasks(), parts.pool(), parts.vertx(), config.lease());
        this.loop = new PollLoop(
                parts.vertx(),
                lane == Lane.CALLS ? "tasks" : "tasks that look",
                this::turn,
                config.shortestIdle(),
                config.longestIdle(),
                config.gather());
    }

    void start() {
        leases.start();
        places.open(this);
        nudge();
    }

    void nudge() {
        loop.nudge();
    }

    /** Has those looked at within seconds that would have been looked at next; a failure leaves them their pace. */
    void hasten() {
        parts.tasks()
                .hasten(parts.pool(), kinds(), SOON, MOST_AT_ONCE)
                .subscribe()
                .with(
                        hastened -> LOG.debugf("%d looks come sooner", hastened),
                        failure -> LOG.warnf("looks are not made sooner: %s", failure));
    }

    /** No more claims; what has been called is waited for, else its call would be repeated by whoever claims it next. */
    CompletableFuture<Void> stop() {
        var drain = parts.config().drain();
        places.close();
        stopping = true;
        return loop.stop()
                .thenCompose(stopped -> drain())
                .completeOnTimeout(null, drain.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(done -> leases.stop())
                .completeOnTimeout(null, drain.plus(LONGEST_HAND_BACK).toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<Void> drain() {
        draining = true;
        completeWhenDrained();
        return drained;
    }

    private void completeWhenDrained() {
        if (draining && leases.held() == 0) {
            drained.complete(null);
        }
    }

    private Uni<Boolean> turn() {
        var booking = places.bookClaim();
        if (booking.size() == 0) {
            return Uni.createFrom().item(false);
        }
        return parts.tasks()
                .claim(parts.pool(), kinds(), lease(), booking.size())
                .onFailure()
                .invoke(booking::release)
                .invoke(booking::begin)
                .map(claimed -> claimed.size() == booking.size())
                .invoke(places::found);
    }

    @Override
    public Set<String> kinds() {
        return handlers.keySet();
    }

    @Override
    public int size() {
        return concurrency;
    }

    @Override
    public int busy() {
        return leases.held();
    }

    @Override
    public Duration lease() {
        return parts.config().lease();
    }

    @Override
    public void begin(List<Task> claimed) {
        if (stopping) {
            handBack(claimed);
        } else {
            claimed.forEach(this::begin);
        }
    }

    /** Each on a context of its own, so that its trace is its own. */
    private void begin(Task task) {
        leases.hold(task);
        VertxContext.createNewDuplicatedContext()
                .runOnContext(ignored -> parts.run()
                        .of(task, handlers.get(task.kind()))
                        .subscribe()
                        .with(done -> ended(task), failure -> ended(task)));
    }

    private void handBack(List<Task> claimed) {
        if (claimed.isEmpty()) {
            return;
        }
        parts.tasks()
                .handBack(parts.pool(), claimed)
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("%d tasks wait for their leases: %s", claimed.size(), failure));
    }

    private void ended(Task task) {
        leases.giveBack(task);
        if (places.isCrowded()) {
            nudge();
        }
        completeWhenDrained();
    }
}
