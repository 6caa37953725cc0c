package dev.orderflow.messaging.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Shows what waits, as each replica has seen it within the last seconds: the numbers are the service's, not the replica's,
 * so take the highest. Not a number while the database can't be asked.
 */
@Singleton
public final class BacklogMetrics {

    private final Pool pool;
    private final MeterRegistry registry;
    private volatile Optional<Backlog> last = Optional.empty();

    @Inject
    public BacklogMetrics(Pool pool, MeterRegistry registry) {
        this.pool = pool;
        this.registry = registry;
        show("journal.unpublished", Backlog::unpublished);
        Gauge.builder("orderflow.journal.unpublished.age", () -> value(Backlog::unpublishedAge))
                .baseUnit("seconds")
                .register(registry);
        show("tasks", "due", Backlog::due);
        show("tasks", "late", Backlog::late);
        show("tasks", "failing", Backlog::failing);
        show("dead.letters", "open", Backlog::open);
        show("dead.letters", "waiting", Backlog::waiting);
    }

    private void show(String name, ToDoubleFunction<Backlog> of) {
        Gauge.builder("orderflow." + name, () -> value(of)).register(registry);
    }

    private void show(String name, String state, ToDoubleFunction<Backlog> of) {
        Gauge.builder("orderflow." + name, () -> value(of)).tag("state", state).register(registry);
    }

    private double value(ToDoubleFunction<Backlog> of) {
        return last.map(seen -> of.applyAsDouble(seen)).orElse(Double.NaN);
    }

    @Scheduled(every = "5s", identity = "backlog", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> look() {
        return Backlog.of(pool)
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .invoke(seen -> last = seen)
                .replaceWithVoid();
    }
}
