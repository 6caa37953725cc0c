package dev.orderflow.messaging.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.retention.Month.Fate;
import dev.orderflow.messaging.retention.Month.Table;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.LogRecords;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.testing.Wiring;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old months of journal and inbox go; nothing that somebody still needs does, and nobody waits for it. */
class RetentionIT {

    private static final Optional<Duration> MONTHS = Optional.of(Duration.ofDays(90));
    private static final Ages AGES = new Ages(MONTHS, MONTHS, MONTHS, MONTHS.get());
    private static final List<Integer> OLD = List.of(2, 3, 4);

    private final Database database = Database.create();
    private final Wiring wiring = Wiring.on(database, new TestTypes("ticks", "echoes"));
    private final RetentionRound round = round(wiring);

    @BeforeEach
    void haveOldMonths() {
        OLD.forEach(month -> database.execute("""
                SELECT ensure_partition('journal', timestamptz '2024-%1$02d-01Z', '2024-%1$02d-01Z', '2024-%2$02d-01Z'),
                       ensure_partition('inbox', timestamptz '2024-%1$02d-01Z',
                                        uuid_v7_floor('2024-%1$02d-01Z')::text, uuid_v7_floor('2024-%2$02d-01Z')::text)
                """.formatted(month, month + 1)));
    }

    @AfterEach
    void close() {
        wiring.close();
    }

    @Test
    void dropsMonthsThatAreTooOldAndNoOther() {
        OLD.forEach(this::haveAnEventOf);
        publishAll();
        wiring.append(Ticked.event("now", 1));

        run(AGES);

        assertThat(months("journal")).isNotEmpty().noneMatch(RetentionIT::isOld);
        assertThat(months("inbox")).isNotEmpty().noneMatch(RetentionIT::isOld);
        assertThat(database.column("SELECT key FROM journal")).containsExactly("now");
        assertThat(counted("journal")).isEqualTo(OLD.size());
        assertThat(wiring.registry
                        .get("orderflow.retention.oldest")
                        .tag("table", "journal")
                        .gauge()
                        .value())
                .isLessThan(Duration.ofDays(31).toSeconds());
    }

    @Test
    void keepsAMonthUntilItsLastDayIsTooOld() {
        var sinceApril = Duration.ofMillis(
                database.number("SELECT (extract(epoch FROM now() - timestamptz '2024-05-01Z') * 1000)::bigint"));

        run(new Ages(Optional.of(sinceApril.plusHours(1)), MONTHS, MONTHS, MONTHS.get()));
        assertThat(months("journal")).contains("journal_202404").doesNotContain("journal_202403");

        run(new Ages(Optional.of(sinceApril.minusHours(1)), MONTHS, MONTHS, MONTHS.get()));
        assertThat(months("journal")).doesNotContain("journal_202404");
    }

    @Test
    void keepsForEverWhatHasNoAge() {
        run(new Ages(Optional.empty(), Optional.empty(), Optional.empty(), MONTHS.get()));

        assertThat(months("journal")).filteredOn(RetentionIT::isOld).hasSize(OLD.size());
        assertThat(months("inbox")).filteredOn(RetentionIT::isOld).hasSize(OLD.size());
    }

    /** However old: an event that was never published would be lost. */
    @Test
    void neverDropsWhatTheRelayHasNotPublished() {
        OLD.forEach(this::haveAnEventOf);
        database.execute("UPDATE relay_cursor SET position = 1");

        try (var log = LogRecords.of(RetentionRound.class)) {
            run(AGES);
            assertThat(log.warnings())
                    .anySatisfy(
                            line -> assertThat(line).contains("journal_202403").contains("not published"));
        }

        assertThat(database.column("SELECT key FROM journal ORDER BY position")).containsExactly("3", "4");
        assertThat(held("UNPUBLISHED")).isEqualTo(2);

        publishAll();
        run(AGES);
        assertThat(months("journal")).noneMatch(RetentionIT::isOld);
        assertThat(held("UNPUBLISHED")).isZero();
    }

    /** It may commit at any time, below what was published long ago. */
    @Test
    void leavesAMonthToATransactionThatAppendsToIt() throws SQLException {
        haveAnEventOf(2);
        publishAll();
        try (var slow = database.connect()) {
            slow.setAutoCommit(false);
            append(slow, 3);

            Fate fate = wiring.run(() -> wiring.pool.withConnection(
                    sql -> months(wiring).drop(sql, new Month(Table.JOURNAL, "journal_202403"))));
            assertThat(fate).isEqualTo(Fate.IN_USE);
            slow.commit();
        }
        run(AGES);
        assertThat(database.column("SELECT key FROM journal")).containsExactly("3");
    }

    @Test
    void takesThePersonalFieldsOfAMonthWithIt() {
        OLD.forEach(this::haveAnEventOf);
        wiring.append(Ticked.event("now", 1));
        database.execute("INSERT INTO personal SELECT event_id, '{}' FROM journal");
        publishAll();

        run(AGES);

        assertThat(database.column("SELECT j.key FROM personal p LEFT JOIN journal j USING (event_id)"))
                .containsExactly("now");
    }

    @Test
    void deletesSettledLettersAndNeverOpenOnes() {
        letter("old-open", "OPEN", "ticks", 400);
        letter("old-waiting", "WAITING", "ticks", 400);
        letter("old-replayed", "REPLAYED", "ticks", 91);
        letter("old-discarded", "DISCARDED", "ticks", 91);
        letter("new-discarded", "DISCARDED", "ticks", 89);
        letter("old-state", "DISCARDED", "states", 91);

        wiring.run(() -> round.run(AGES, Set.of("states")));

        assertThat(database.column("SELECT key FROM dead_letter"))
                .containsExactlyInAnyOrder("old-open", "old-waiting", "new-discarded", "old-state");
    }

    @Test
    void deletesTasksThatExpiredLongAgoAndNeverOpenOnes() {
        task("old-expired", "EXPIRED", 91);
        task("new-expired", "EXPIRED", 89);
        task("old-open", "OPEN", 400);

        run(AGES);

        assertThat(database.column("SELECT key FROM task")).containsExactlyInAnyOrder("new-expired", "old-open");
        assertThat(counted("task")).isEqualTo(1);
    }

    @Test
    void triesTheOtherTablesWhenOneOfThemFails() {
        OLD.forEach(this::haveAnEventOf);
        publishAll();
        letter("old-replayed", "REPLAYED", "ticks", 91);
        task("old-expired", "EXPIRED", 91);
        database.execute("ALTER TABLE personal RENAME TO gone");

        assertThatThrownBy(() -> run(AGES)).hasStackTraceContaining("\"personal\" does not exist");

        assertThat(months("journal")).filteredOn(RetentionIT::isOld).hasSize(OLD.size());
        assertThat(months("inbox")).noneMatch(RetentionIT::isOld);
        assertThat(database.number("SELECT count(*) FROM dead_letter")).isZero();
        assertThat(database.number("SELECT count(*) FROM task")).isZero();
    }

    @Test
    void isLeftToOneReplicaAtATime() throws SQLException {
        try (var other = database.connect()) {
            Database.execute(other, "SELECT pg_advisory_lock(hashtext('orderflow.messaging.retention'))");
            run(AGES);
            assertThat(months("journal")).filteredOn(RetentionIT::isOld).hasSize(OLD.size());
        }
    }

    /** Two write without a pause, while a third has been in the middle of a transaction for long. */
    @Test
    void letsNoWriterWait() throws Exception {
        OLD.forEach(this::haveAnEventOf);
        publishAll();
        var done = new AtomicBoolean();
        var writers = List.of(writer(done), writer(done));
        try (var slow = database.connect()) {
            slow.setAutoCommit(false);
            append(slow, "now", "clock_timestamp()");
            var dropping = CompletableFuture.runAsync(() -> run(AGES), Thread::startVirtualThread);
            await().pollInterval(Duration.ofMillis(5)).until(this::isWaitedFor);
            long written = events();
            await().until(() -> events() > written + writers.size());
            slow.commit();
            dropping.join();
        } finally {
            done.set(true);
        }

        writers.forEach(CompletableFuture::join);
        run(AGES); // what was in use at each try goes now
        assertThat(months("journal")).noneMatch(RetentionIT::isOld);
    }

    private long events() {
        return database.number("SELECT count(*) FROM journal");
    }

    private boolean isWaitedFor() {
        return database.number("""
                SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'
                AND relation = 'journal'::regclass""") > 0;
    }

    /** Fails if an append does. */
    private CompletableFuture<Void> writer(AtomicBoolean done) {
        return CompletableFuture.runAsync(
                () -> {
                    try (var connection = database.connect()) {
                        while (!done.get()) {
                            append(connection, "now", "clock_timestamp()");
                        }
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private void haveAnEventOf(int month) {
        try (var connection = database.connect()) {
            append(connection, month);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(Connection connection, int month) {
        append(connection, String.valueOf(month), "timestamptz '2024-%02d-15Z'".formatted(month));
    }

    private static void append(Connection connection, String key, String at) {
        Database.execute(connection, """
                INSERT INTO journal (event_id, key, version, type, data_version, payload, headers, recorded_at)
                VALUES (gen_random_uuid(), '%s', 1, 't', 1, '{}', '{}', %s)""".formatted(key, at));
    }

    private void publishAll() {
        database.execute("UPDATE relay_cursor SET position = (SELECT max(position) FROM journal)");
    }

    private void letter(String key, String state, String topic, int settledDaysAgo) {
        database.execute("""
                INSERT INTO dead_letter (id, line, topic, partition, "offset", key, headers, attempts, state, settled_at)
                SELECT gen_random_uuid(), '%1$s', '%3$s', 0, count(*), '%1$s', '{}', 1, '%2$s', now() - interval '%4$d days'
                FROM dead_letter""".formatted(key, state, topic, settledDaysAgo));
    }

    private void task(String key, String state, int deadlineDaysAgo) {
        database.execute("""
                INSERT INTO task (id, kind, key, payload, headers, due_at, deadline, state)
                VALUES (gen_random_uuid(), 'call', '%s', '{}', '{}', now(), now() - interval '%d days', '%s')""".formatted(key, deadlineDaysAgo, state));
    }

    private List<String> months(String table) {
        return database.column("SELECT name FROM months_before('%s', 'infinity')".formatted(table));
    }

    private static boolean isOld(String month) {
        return month.matches(".*_20240[234]");
    }

    private double counted(String table) {
        return wiring.registry
                .counter("orderflow.retention.dropped", "table", table)
                .count();
    }

    private double held(String reason) {
        return wiring.registry
                .get("orderflow.retention.held")
                .tags("table", "journal", "reason", reason)
                .gauge()
                .value();
    }

    private void run(Ages ages) {
        wiring.run(() -> round.run(ages, Set.of()));
    }

    private static Months months(Wiring wiring) {
        return new Months(new PersonalRows(), wiring.pause);
    }

    private static RetentionRound round(Wiring wiring) {
        return new RetentionRound(
                wiring.pool,
                months(wiring),
                new SettledLetters(),
                new ExpiredTasks(),
                new RetentionMetrics(wiring.registry));
    }
}
