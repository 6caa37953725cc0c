package dev.orderflow.order.persistence;

import dev.orderflow.messaging.backlog.Recent;
import dev.orderflow.order.domain.OrderStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How many sagas are under way in each state, how long the oldest of them has been there, and how many are stuck. Every
 * replica shows the same, as of some seconds ago: take the highest. Not a number while the database can't be asked or doesn't answer.
 */
@Singleton
final class SagaMetrics {

    private static final String LOOK = """
            SELECT status, count(*) AS sagas, count(*) FILTER (WHERE stuck) AS stuck,
                   extract(epoch FROM clock_timestamp() - min(since))::float8 AS age
            FROM orders WHERE status = ANY($1) AND status <> 'DELIVERED' GROUP BY status""";

    private static final List<OrderStatus> OPEN = Arrays.stream(OrderStatus.values())
            .filter(status -> !status.isSettled())
            .toList();

    /** Four looks. */
    private static final Duration FRESH = Duration.ofSeconds(40);

    private record Sagas(long count, long stuck, double age) {

        static final Sagas NONE = new Sagas(0, 0, 0);
    }

    private final Pool pool;
    private final Recent<Map<OrderStatus, Sagas>> last = new Recent<>(FRESH);

    @Inject
    SagaMetrics(Pool pool, MeterRegistry registry) {
        this.pool = pool;
        for (var status : OPEN) {
            show(registry, Gauge.builder("orderflow.order.sagas", () -> of(status, Sagas::count)), status);
            show(registry, Gauge.builder("orderflow.order.sagas.stuck", () -> of(status, Sagas::stuck)), status);
            show(
                    registry,
                    Gauge.builder("orderflow.order.saga.age", () -> of(status, Sagas::age))
                            .baseUnit("seconds"),
                    status);
        }
    }

    private static void show(MeterRegistry registry, Gauge.Builder<?> gauge, OrderStatus status) {
        gauge.tag("status", status.name()).register(registry);
    }

    private double of(OrderStatus status, ToDoubleFunction<Sagas> what) {
        return last.value(all -> what.applyAsDouble(all.getOrDefault(status, Sagas.NONE)));
    }

    @Scheduled(every = "10s", identity = "saga-metrics", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        var names = OPEN.stream().map(Enum::name).toArray(String[]::new);
        return pool.preparedQuery(LOOK)
                .execute(Tuple.of(names))
                .map(SagaMetrics::read)
                .invoke(last::seen)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(Uni.createFrom().voidItem().invoke(last::lost));
    }

    private static Map<OrderStatus, Sagas> read(RowSet<Row> rows) {
        var sagas = new EnumMap<OrderStatus, Sagas>(OrderStatus.class);
        for (var row : rows) {
            sagas.put(
                    OrderStatus.valueOf(row.getString("status")),
                    new Sagas(row.getLong("sagas"), row.getLong("stuck"), row.getDouble("age")));
        }
        return sagas;
    }
}
