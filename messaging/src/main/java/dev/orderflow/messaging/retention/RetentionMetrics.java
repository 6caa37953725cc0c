package dev.orderflow.messaging.retention;

import dev.orderflow.messaging.retention.Month.Fate;
import dev.orderflow.messaging.retention.Month.Table;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the last round of this replica has found. */
@Singleton
final class RetentionMetrics {

    private static final String NAME = "orderflow.retention.";
    private static final String TABLE = "table";

    private final MeterRegistry registry;
    private final Map<Table, OffsetDateTime> oldest = new ConcurrentHashMap<>();
    private final Map<Table, Map<Fate, Long>> fates = new ConcurrentHashMap<>();

    @Inject
    RetentionMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (var table : Table.values()) {
            Gauge.builder(NAME + "oldest", () -> age(table))
                    .baseUnit("seconds")
                    .tag(TABLE, table.sql())
                    .register(registry);
            for (var reason : List.of(Fate.UNPUBLISHED, Fate.IN_USE)) {
                Gauge.builder(NAME + "held", () -> held(table, reason))
                        .tag(TABLE, table.sql())
                        .tag("reason", reason.name())
                        .register(registry);
            }
        }
    }

    private double age(Table table) {
        var begin = oldest.get(table);
        return begin == null
                ? Double.NaN
                : Duration.between(begin, OffsetDateTime.now()).toSeconds();
    }

    private long held(Table table, Fate reason) {
        return fates.getOrDefault(table, Map.of()).getOrDefault(reason, 0L);
    }

    void oldest(Table table, OffsetDateTime begin) {
        oldest.put(table, begin);
    }

    void found(Table table, List<Fate> found) {
        var counts = new EnumMap<Fate, Long>(Fate.class);
        found.forEach(fate -> counts.merge(fate, 1L, Long::sum));
        fates.put(table, counts);
        registry.counter(NAME + "dropped", TABLE, table.sql()).increment(counts.getOrDefault(Fate.DROPPED, 0L));
    }

    void deletedLetters(long letters) {
        registry.counter(NAME + "dropped", TABLE, "dead_letter").increment(letters);
    }

    void deletedTasks(long tasks) {
        registry.counter(NAME + "dropped", TABLE, "task").increment(tasks);
    }
}
