package dev.orderflow.messaging.task;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.messaging.transaction.Committed;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Runs the tasks that this process has stored as its own, and claims others that are due, at most a configured number at
 * once. Any number of replicas may do so: a claim skips what another has locked, and a lease gives back what a dead one
 * held. Who lives keeps its leases, however long a call takes.
 */
@ApplicationScoped
class TaskWorker implements Crew {

    private static final Logger LOG = Logger.getLogger(TaskWorker.class);

    private static final Duration LONGEST_HAND_BACK = Duration.ofSeconds(5);

    private final Map<String, TaskHandler<?, ?>> handlers;
    private final Tasks tasks;
    private final TaskRun run;
    private final Places places;
    private final Pool pool;
    private final MessagingConfig.Worker config;
    private final PollLoop loop;
    private final Leases leases;
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile boolean draining;

    @Inject
    TaskWorker(
            @All List<TaskHandler<?, ?>> handlers,
            Tasks tasks,
            TaskRun run,
            Places places,
            Pool pool,
            Vertx vertx,
            MessagingConfig config) {
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::kind, Function.identity()));
        this.tasks = tasks;
        this.run = run;
        this.places = places;
        this.pool = pool;
        this.config = config.tasks();
        this.leases = new Leases(tasks, pool, vertx, this.config.lease());
        this.loop = new PollLoop(
                vertx,
                "tasks",
                this::turn,
                this.config.shortestIdle(),
                this.config.longestIdle(),
                this.config.gather());
    }

    void start(@Observes StartupEvent event) {
        if (isNeeded()) {
            leases.start();
            places.open(this);
        }
        nudge();
    }

    private boolean isNeeded() {
        return config.enabled() && !handlers.isEmpty();
    }

    void committed(@Observes Committed commit) {
        if (commit.hasTasks()) {
            nudge();
        }
    }

    private void nudge() {
        if (isNeeded()) {
            loop.nudge();
        }
    }

    /** No more claims; what has been called is waited for, else its call would be repeated by whoever claims it next. */
    void stop(@Observes ShutdownEvent event) {
        places.close();
        stopping = true;
        loop.stop()
                .thenCompose(stopped -> drain())
                .completeOnTimeout(null, config.drain().toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(done -> leases.stop())
                .completeOnTimeout(null, config.drain().plus(LONGEST_HAND_BACK).toMillis(), TimeUnit.MILLISECONDS)
                .join();
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
        return tasks.claim(pool, kinds(), config.lease(), booking.size())
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
        return config.concurrency();
    }

    @Override
    public int busy() {
        return leases.held();
    }

    @Override
    public Duration lease() {
        return config.lease();
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
                .runOnContext(ignored -> run.of(task, handlers.get(task.kind()))
                        .subscribe()
                        .with(done -> ended(task), failure -> ended(task)));
    }

    private void handBack(List<Task> claimed) {
        tasks.handBack(pool, claimed)
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
