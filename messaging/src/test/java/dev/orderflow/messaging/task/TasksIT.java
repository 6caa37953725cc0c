package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TasksIT {

    /** What the platform sets for every service. */
    private static final String SESSION = "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan";

    private static final List<String> FENCED =
            List.of(Tasks.OWNED, Tasks.FINISH, Tasks.PROLONG, Tasks.HAND_BACK, Tasks.RETRY, Tasks.EXPIRE);

    private final Database database = Database.create();

    /**
     * A nested loop, which the planner takes for a table that was all but empty when it was last analyzed, asks what it
     * loops over once for each row: what is limited and skips what is locked would answer with other rows each time.
     */
    @Test
    void claimsNoMoreThanAskedForWhateverThePlan() throws Exception {
        database.execute("""
                INSERT INTO task (id, kind, key, payload, headers, due_at, deadline)
                SELECT gen_random_uuid(), 'call', n::text, '{}', '{}', now(), now() + interval '1 hour'
                FROM generate_series(1, 12) n""");
        try (var connection = database.connect()) {
            Database.execute(
                    connection,
                    "SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_sort = off;"
                            + " SET enable_hashagg = off; SET enable_material = off");

            var claimed = Database.column(connection, claim(5));

            assertThat(claimed).hasSize(5);
        }
        assertThat(database.number("SELECT count(*) FROM task WHERE attempt > 0"))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 300, 3_000})
    void claimsWithoutReadingTasksOfOtherKindsOrThatAreDueLater(int tasks) throws Exception {
        assertThat(plan(tasks, Tasks.CLAIM))
                .anyMatch(line -> line.contains("Index Cond: ((kind = wanted.kind) AND (due_at <= "));
        assertThat(plan(tasks, Tasks.HASTEN))
                .anyMatch(line -> line.contains("Index Cond: ((kind = wanted.kind) AND (due_at > "));
    }

    @Test
    void claimsWhatIsDueLongestWhateverItsKind() {
        database.execute("""
                INSERT INTO task (id, kind, key, payload, headers, due_at, deadline)
                SELECT gen_random_uuid(), (ARRAY['call', 'mail', 'other'])[n % 3 + 1], n::text, '{}', '{}',
                       now() - n * interval '1 minute', now() + interval '1 hour'
                FROM generate_series(1, 30) n""");
        try (var wiring = Wiring.on(database, new TestTypes("ticks", "echoes"))) {
            var claimed =
                    wiring.run(() -> wiring.tasks.claim(wiring.pool, Set.of("call", "mail"), Duration.ofHours(1), 5));

            assertThat(claimed).extracting(Task::key).containsExactlyInAnyOrder("30", "28", "27", "25", "24");
        }
    }

    /** However few there were when the table was last analyzed: it is all but empty in a system that keeps up. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 60, 300, 3_000})
    void findsTasksByTheirKeysAndReadsNoOthers(int tasks) throws Exception {
        for (var statement : FENCED) {
            assertAsksByKey(statement, plan(tasks, statement));
        }
    }

    /** Its indexes stay as large as they were, so that one of few columns looks cheaper than the key's. */
    @Test
    void findsTasksByTheirKeysWhereABacklogHasGone() throws Exception {
        fill(20_000);
        database.execute("DELETE FROM task");
        database.execute("VACUUM ANALYZE task");
        for (var statement : FENCED) {
            assertAsksByKey(statement, plan(statement));
        }
    }

    private static void assertAsksByKey(String statement, List<String> plan) {
        assertThat(plan)
                .as(statement)
                .anyMatch(line -> line.contains("Index Cond: (id = "))
                .filteredOn(line -> line.contains("Scan using") || line.contains("Bitmap Index Scan"))
                .allMatch(line -> line.contains("task_pkey"));
    }

    /** The one for all values, in a session as services have them. */
    private List<String> plan(int tasks, String statement) throws Exception {
        fill(tasks);
        database.execute("ANALYZE task");
        return plan(statement);
    }

    private void fill(int tasks) {
        database.execute("""
                TRUNCATE task;
                INSERT INTO task (id, kind, key, payload, headers, due_at, deadline)
                SELECT gen_random_uuid(), 'call', n::text, '{}', '{}', now(), now() + interval '1 hour'
                FROM generate_series(1, %d) n""".formatted(tasks));
    }

    private List<String> plan(String statement) throws Exception {
        try (var connection = database.connect()) {
            Database.execute(connection, SESSION + "; PREPARE asked AS " + statement);
            var values = Stream.of("$1", "$2", "$3", "$4")
                    .filter(statement::contains)
                    .map(any -> "NULL");
            return Database.column(
                    connection, "EXPLAIN EXECUTE asked (" + values.collect(Collectors.joining(", ")) + ")");
        }
    }

    /** The lease is prolonged now and then, by a statement that may have been on its way when the call failed. */
    @Test
    void prolongsNoLeaseOfATaskThatWasPutBack() {
        try (var wiring = Wiring.on(database, new TestTypes("ticks", "echoes"))) {
            database.execute("""
                    INSERT INTO task (id, kind, key, payload, headers, due_at, deadline)
                    VALUES (gen_random_uuid(), 'call', 'k', '{}', '{}', now(), now() + interval '1 hour')""");
            var claimed = wiring.run(() -> wiring.tasks.claim(wiring.pool, Set.of("call"), Duration.ofHours(1), 1));
            assertThat(claimed).hasSize(1);

            wiring.run(() -> wiring.tasks.prolong(wiring.pool, claimed, Duration.ofHours(3)));
            assertThat(isDueWithin("2 hours")).isFalse();

            wiring.run(() -> wiring.tasks.retry(wiring.pool, claimed.getFirst(), Duration.ofSeconds(1), "Away"));
            wiring.run(() -> wiring.tasks.prolong(wiring.pool, claimed, Duration.ofHours(3)));
            assertThat(isDueWithin("1 minute")).isTrue();
        }
    }

    /** A process that could not prolong its lease may claim its own task, and holds both attempts then. */
    @Test
    void knowsTheNewerOfTwoAttemptsAtOneTask() {
        try (var wiring = Wiring.on(database, new TestTypes("ticks", "echoes"))) {
            database.execute("""
                    INSERT INTO task (id, kind, key, payload, headers, due_at, deadline)
                    VALUES (gen_random_uuid(), 'call', 'k', '{}', '{}', now(), now() + interval '1 hour')""");
            var first = wiring.run(() -> wiring.tasks.claim(wiring.pool, Set.of("call"), Duration.ZERO, 1));
            var second = wiring.run(() -> wiring.tasks.claim(wiring.pool, Set.of("call"), Duration.ofMinutes(1), 1));
            var both = List.of(first.getFirst(), second.getFirst());

            var owned = wiring.run(() -> wiring.pool.withConnection(sql -> wiring.tasks.owned(sql, both)));
            wiring.run(() -> wiring.tasks.prolong(wiring.pool, both, Duration.ofHours(3)));

            assertThat(owned).containsExactly(second.getFirst());
            assertThat(isDueWithin("2 hours")).isFalse();
        }
    }

    private boolean isDueWithin(String interval) {
        return database.value("SELECT due_at < now() + interval '" + interval + "' FROM task")
                .equals("t");
    }

    private static String claim(int limit) {
        return Tasks.CLAIM.replace("$1", "ARRAY['call']").replace("$2", "1000").replace("$3", Integer.toString(limit));
    }
}
