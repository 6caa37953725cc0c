package dev.orderflow.payment.reconciliation;

import dev.orderflow.payment.domain.reconciliation.Finding;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code orderflow.payment.reconciliation.differences} by kind, and {@code …reconciliation.age}: the seconds since a run
 * came to its end, NaN before the first. Every replica tells the same.
 */
@Singleton
class ReconciliationMetrics {

    private static final String NAME = "orderflow.payment.reconciliation.";

    private final DifferenceTable differences;
    private final RunTable runs;
    private volatile Map<Finding, Long> counts = Map.of();
    private volatile Instant finishedAt;

    @Inject
    ReconciliationMetrics(DifferenceTable differences, RunTable runs, MeterRegistry registry) {
        this.differences = differences;
        this.runs = runs;
        Stream.of(Finding.values()).filter(Finding::isDifference).forEach(kind -> register(registry, kind));
        Gauge.builder(NAME + "age", this::age).baseUnit("seconds").register(registry);
    }

    private void register(MeterRegistry registry, Finding kind) {
        Gauge.builder(NAME + "differences", () -> counts.getOrDefault(kind, 0L))
                .tag("kind", kind.name())
                .register(registry);
    }

    private double age() {
        return finishedAt == null
                ? Double.NaN
                : Duration.between(finishedAt, Instant.now()).toMillis() / 1000.0;
    }

    Uni<Void> refresh(SqlClient sql) {
        return differences
                .count(sql)
                .invoke(found -> counts = found)
                .chain(() -> runs.last(sql))
                .invoke(last -> finishedAt = last.map(LastRun::finishedAt).orElse(null))
                .replaceWithVoid();
    }
}
