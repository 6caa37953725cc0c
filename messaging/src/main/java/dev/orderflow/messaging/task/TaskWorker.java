package dev.orderflow.messaging.task;

import static java.util.stream.Collectors.groupingBy;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.transaction.Committed;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Runs the tasks that this process has stored as its own, and claims others that are due, at most a configured number at
 * once in each {@link Lane}. Any number of replicas may do so: a claim skips what another has locked, and a lease gives
 * back what a dead one held. Who lives keeps its leases, however long a call takes.
 */
@ApplicationScoped
class TaskWorker {

    /** None where there is nothing to do, or nothing may be done. */
    private final List<TaskLane> lanes;

    @Inject
    TaskWorker(
            @All List<TaskHandler<?, ?>> handlers,
            Tasks tasks,
            TaskRun run,
            Places places,
            Pool pool,
            Vertx vertx,
            MessagingConfig config) {
        var parts = new TaskLane.Parts(tasks, run, pool, vertx, config.tasks());
        this.lanes = config.tasks().enabled()
                ? handlers.stream().collect(groupingBy(TaskHandler::lane)).entrySet().stream()
                        .map(lane -> new TaskLane(lane.getKey(), lane.getValue(), places(lane.getKey(), places), parts))
                        .toList()
                : List.of();
    }

    /** What only looks is never due when it is written, and keeps no place for what is. */
    private static Places places(Lane lane, Places calls) {
        return lane == Lane.CALLS ? calls : new Places();
    }

    void start(@Observes StartupEvent event) {
        lanes.forEach(TaskLane::start);
    }

    void committed(@Observes Committed commit) {
        if (commit.hasTasks()) {
            lanes.forEach(TaskLane::nudge);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        CompletableFuture.allOf(lanes.stream().map(TaskLane::stop).toArray(CompletableFuture[]::new))
                .join();
    }
}
