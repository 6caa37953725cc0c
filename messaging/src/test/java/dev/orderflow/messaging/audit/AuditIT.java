package dev.orderflow.messaging.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Wiring;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {

    private final Database database = Database.create();
    private final Wiring process = Wiring.on(database, new TestTypes("ticks", "echoes"));
    private final Audit audit = new Audit();
    private final AuditLog log = new AuditLog();

    @BeforeEach
    void empty() {
        database.execute("DELETE FROM audit");
    }

    @AfterAll
    void close() {
        process.close();
    }

    @Test
    void tellsWhoDidWhatToWhatAndWhen() {
        var before = Instant.parse(
                database.value("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"));
        var entry = new AuditEntry("ops-1", "pump-stopped", "pump-7", Map.of("reason", "it \"leaks\""));

        record(entry);

        assertThat(find(all())).singleElement().satisfies(found -> {
            assertThat(found.entry()).isEqualTo(entry);
            assertThat(found.at()).isBetween(before, before.plusSeconds(60));
        });
    }

    /** What took no effect must not be told. */
    @Test
    void goesWithTheTransactionThatItTellsOf() {
        var effect = Uni.createFrom().<Void>failure(new IllegalStateException("no effect"));

        assertThatThrownBy(() -> process.run(() -> process.units.run(work ->
                        audit.record(work.sql(), done("pump-stopped", "pump-7")).chain(() -> effect))))
                .hasMessage("no effect");

        assertThat(find(all())).isEmpty();
    }

    @Test
    void findsNewestFirstAndGoesOnWhereAPageEnded() {
        for (int n = 1; n <= 5; n++) {
            record(done("pump-stopped", "pump-" + n));
        }

        var first = process.run(() -> log.find(process.pool, all(), 2));
        var last = first.getLast().id();
        var rest = process.run(() -> log.find(process.pool, new AuditFilter(null, null, null, null, null, last), 10));

        assertThat(subjects(first)).containsExactly("pump-5", "pump-4");
        assertThat(subjects(rest)).containsExactly("pump-3", "pump-2", "pump-1");
    }

    @Test
    void findsByEachCriterion() {
        record(new AuditEntry("ops-1", "pump-stopped", "pump-1", Map.of()));
        record(new AuditEntry("ops-2", "pump-stopped", "pump-2", Map.of()));
        record(new AuditEntry("ops-1", "pump-started", "pump-2", Map.of()));
        database.execute("UPDATE audit SET at = '2026-03-01T12:00:00Z' WHERE action = 'pump-started'");
        var noon = Instant.parse("2026-03-01T12:00:00Z");

        assertThat(find(new AuditFilter("ops-2", null, null, null, null, null))).hasSize(1);
        assertThat(find(new AuditFilter(null, "pump-stopped", null, null, null, null)))
                .hasSize(2);
        assertThat(find(new AuditFilter("ops-1", null, "pump-2", null, null, null)))
                .hasSize(1);
        assertThat(find(new AuditFilter(null, null, null, noon, noon.plusMillis(1), null)))
                .hasSize(1);
        assertThat(find(new AuditFilter(null, null, null, null, noon, null))).isEmpty();
        assertThat(find(new AuditFilter(null, null, null, noon.plusMillis(1), null, null)))
                .hasSize(2);
    }

    private void record(AuditEntry entry) {
        process.run(() -> process.units.run(work -> audit.record(work.sql(), entry)));
    }

    private List<Audited> find(AuditFilter filter) {
        return process.run(() -> log.find(process.pool, filter, 100));
    }

    private static AuditFilter all() {
        return new AuditFilter(null, null, null, null, null, null);
    }

    private static AuditEntry done(String action, String subject) {
        return new AuditEntry("ops-1", action, subject, Map.of());
    }

    private static List<String> subjects(List<Audited> found) {
        return found.stream().map(each -> each.entry().subject()).toList();
    }
}
