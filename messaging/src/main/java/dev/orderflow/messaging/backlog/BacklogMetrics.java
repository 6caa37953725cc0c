package dev.orderflow.messaging.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * Shows what waits, as each replica has seen it within the last seconds: the numbers are the service's, not the replica's,
 * so take the highest. Not a number while the database can't be asked or doesn't answer.
 */
@Singleton
public final class BacklogMetrics {

    /** Four looks. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final Pool pool;
    private final MeterRegistry registry;
    private final Recent<Backlog> last;

    @Inject
    public BacklogMetrics(Pool pool, MeterRegistry registry) {
        this(pool, registry, new Recent<>(FRESH));
    }

    BacklogMetrics(Pool pool, MeterRegistry registry, Recent<Backlog> last) {
        this.last = last;
        this.pool = pool;
        this.registry = registry;
        show("journal.unpublished", Backlog::unpublished);
        Gauge.builder("orderflow.journal.unpublished.age", () -> last.value(Backlog::unpublishedAge))
                .baseUnit("seconds")
                .register(registry);
        show("tasks", "due", Backlog::due);
        show("tasks", "late", Backlog::late);
        show("tasks", "failing", Backlog::failing);
        show("dead.letters", "open", Backlog::open);
        show("dead.letters", "waiting", Backlog::waiting);
    }

    private void show(String name, ToDoubleFunction<Backlog> of) {
        Gauge.builder("orderflow." + name, () -> last.value(of)).register(registry);
    }

    private void show(String name, String state, ToDoubleFunction<Backlog> of) {
        Gauge.builder("orderflow." + name, () -> last.value(of))
                .tag("state", state)
                .register(registry);
    }

    @Scheduled(every = "5s", identity = "backlog", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> look() {
        return Backlog.of(pool)
                .invoke(last::seen)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(Uni.createFrom().voidItem().invoke(last::lost));
    }
}
