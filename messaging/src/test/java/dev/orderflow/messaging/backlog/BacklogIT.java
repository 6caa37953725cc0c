package dev.orderflow.messaging.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Wiring;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits is shown, and nothing that is done or not to be published. */
class BacklogIT {

    private static final String TASK = """
            INSERT INTO task (id, kind, key, payload, headers, due_at, deadline, state, last_error)
            VALUES (gen_random_uuid(), 'x', 'k', '{}', '{}', now() %s, now() + interval '1 day', '%s', %s)""";

    private static final String LETTER = """
            INSERT INTO dead_letter (id, topic, partition, "offset", headers, attempts, state, line)
            VALUES (gen_random_uuid(), 'ticks', 0, %d, '{}', 1, '%s', 'k')""";

    private final Database database = Database.create();
    private final Wiring wiring = Wiring.on(database, new TestTypes("ticks", "echoes"));
    private final BacklogMetrics metrics = new BacklogMetrics(wiring.pool, wiring.registry);

    @AfterEach
    void close() {
        wiring.close();
    }

    @Test
    void nothingWaitsInAnEmptyDatabase() {
        look();

        assertThat(gauge("orderflow.journal.unpublished")).isZero();
        assertThat(gauge("orderflow.journal.unpublished.age")).isZero();
    }

    @Test
    void countsEventsBehindTheCursorAndTheAgeOfTheOldest() {
        wiring.tick("counter", 1, 3);
        database.execute("UPDATE journal SET recorded_at = recorded_at - interval '20 seconds' WHERE version = 2");
        database.execute("UPDATE relay_cursor SET position = (SELECT min(position) FROM journal)");

        look();

        assertThat(gauge("orderflow.journal.unpublished")).isEqualTo(2);
        assertThat(gauge("orderflow.journal.unpublished.age")).isBetween(20.0, 3_600.0);
    }

    @Test
    void countsTasksThatAreDueLateOrFailing() {
        database.execute(TASK.formatted("- interval '1 second'", "OPEN", "NULL"));
        database.execute(TASK.formatted("- interval '2 minutes'", "OPEN", "'refused'"));
        database.execute(TASK.formatted("+ interval '1 hour'", "OPEN", "'refused'"));
        database.execute(TASK.formatted("- interval '2 minutes'", "EXPIRED", "'refused'"));

        look();

        assertThat(gauge("orderflow.tasks", "due")).isEqualTo(2);
        assertThat(gauge("orderflow.tasks", "late")).isEqualTo(1);
        assertThat(gauge("orderflow.tasks", "failing")).isEqualTo(2);
    }

    @Test
    void countsDeadLettersThatAreNotSettled() {
        database.execute(LETTER.formatted(1, "OPEN"));
        database.execute(LETTER.formatted(2, "WAITING"));
        database.execute(LETTER.formatted(3, "WAITING"));
        database.execute(LETTER.formatted(4, "DISCARDED"));

        look();

        assertThat(gauge("orderflow.dead.letters", "open")).isEqualTo(1);
        assertThat(gauge("orderflow.dead.letters", "waiting")).isEqualTo(2);
    }

    @Test
    void knowsNothingWhileTheDatabaseCanNotBeAsked() {
        look();
        database.execute("ALTER TABLE task RENAME TO task_away");

        look();

        assertThat(gauge("orderflow.journal.unpublished")).isNaN();
    }

    @Test
    void tellsNothingOldWhileTheDatabaseDoesNotAnswer() throws SQLException {
        var registry = new SimpleMeterRegistry();
        var hasty = new BacklogMetrics(wiring.pool, registry, new Recent<>(Duration.ofMillis(300)));
        wiring.run(hasty::look);
        var unpublished = registry.get("orderflow.journal.unpublished").gauge();

        CompletableFuture<Void> held;
        try (var holder = database.connect()) {
            holder.setAutoCommit(false);
            Database.execute(holder, "LOCK TABLE task IN ACCESS EXCLUSIVE MODE");
            held = CompletableFuture.runAsync(() -> wiring.run(hasty::look));

            await().untilAsserted(() -> assertThat(unpublished.value()).isNaN());
            assertThat(held).isNotDone();
        }
        assertThat(held).succeedsWithin(Duration.ofSeconds(40));
    }

    private void look() {
        wiring.run(metrics::look);
    }

    private double gauge(String name) {
        return wiring.registry.get(name).gauge().value();
    }

    private double gauge(String name, String state) {
        return wiring.registry.get(name).tag("state", state).gauge().value();
    }
}
