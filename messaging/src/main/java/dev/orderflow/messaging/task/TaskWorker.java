package dev.orderflow.messaging.task;

import static java.util.stream.Collectors.groupingBy;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.relay.LeaseTaken;
import dev.orderflow.messaging.transaction.Committed;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Runs the tasks that this process has stored as its own, and claims others that are due, at most a configured number at
 * once in each {@link Lane}. Any number of replicas may do so: a claim skips what another has locked, and a lease gives
 * back what a dead one held. Who lives keeps its leases, however long a call takes.
 */
@ApplicationScoped
class TaskWorker {

    /** None where there is nothing to do, or nothing may be done. */
    private final List<TaskLane> lanes;

    private final List<TaskLane> looks;

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
        Map<Lane, TaskLane> byName = new EnumMap<>(Lane.class);
        if (config.tasks().enabled()) {
            handlers.stream()
                    .collect(groupingBy(TaskHandler::lane))
                    .forEach((lane, its) -> byName.put(lane, new TaskLane(lane, its, places(lane, places), parts)));
        }
        this.lanes = List.copyOf(byName.values());
        this.looks = Stream.ofNullable(byName.get(Lane.LOOKS)).toList();
    }

    /** What only looks is never due when it is written, and keeps no place for what is. */
    private static Places places(Lane lane, Places calls) {
        return lane == Lane.CALLS ? calls : new Places();
    }

    void start(@Observes StartupEvent event) {
        lanes.forEach(TaskLane::start);
    }

    /**
     * The one that published before is gone, and perhaps nobody was there for a while. Who had something to tell then may
     * repeat it after long pauses only, so this one replica looks for itself.
     */
    void taken(@ObservesAsync LeaseTaken lease) {
        looks.forEach(TaskLane::hasten);
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
