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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Claims due tasks and runs them, at most a configured number at once. Any number of replicas may do so: a claim skips
 * what another has locked, and a lease gives back what a dead one held. Who lives keeps its leases, however long a call
 * takes.
 */
@ApplicationScoped
class TaskWorker {

    private static final Duration LONGEST_HAND_BACK = Duration.ofSeconds(5);

    private final Map<String, TaskHandler<?, ?>> handlers;
    private final Tasks tasks;
    private final TaskRun run;
    private final Pool pool;
    private final MessagingConfig.Worker config;
    private final PollLoop loop;
    private final Leases leases;
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean draining;

    @Inject
    TaskWorker(
            @All List<TaskHandler<?, ?>> handlers,
            Tasks tasks,
            TaskRun run,
            Pool pool,
            Vertx vertx,
            MessagingConfig config) {
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::kind, Function.identity()));
        this.tasks = tasks;
        this.run = run;
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
        int free = config.concurrency() - leases.held();
        if (free <= 0) {
            return Uni.createFrom().item(false);
        }
        return tasks.claim(pool, handlers.keySet(), config.lease(), free)
                .invoke(claimed -> claimed.forEach(this::begin))
                .map(claimed -> claimed.size() == free);
    }

    /** Each on a context of its own, so that its trace is its own. */
    private void begin(Task task) {
        leases.hold(task);
        VertxContext.createNewDuplicatedContext()
                .runOnContext(ignored -> run.of(task, handlers.get(task.kind()))
                        .subscribe()
                        .with(done -> ended(task), failure -> ended(task)));
    }

    private void ended(Task task) {
        boolean wasFull = leases.held() >= config.concurrency();
        leases.giveBack(task);
        if (wasFull) {
            nudge();
        }
        completeWhenDrained();
    }
}
