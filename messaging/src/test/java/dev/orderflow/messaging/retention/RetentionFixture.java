package dev.orderflow.messaging.retention;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Wiring;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database with three months of journal and inbox that are too old, and a round of retention. */
abstract class RetentionFixture {

    static final Optional<Duration> MONTHS = Optional.of(Duration.ofDays(90));
    static final Ages AGES = new Ages(MONTHS, MONTHS, MONTHS, MONTHS.get());
    static final List<Integer> OLD = List.of(2, 3, 4);

    final Database database = Database.create();
    final Wiring wiring = Wiring.on(database, new TestTypes("ticks", "echoes"));
    final RetentionRound round = round(wiring);

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

    void haveAnEventOf(int month) {
        try (var connection = database.connect()) {
            append(connection, month);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void append(Connection connection, int month) {
        append(connection, String.valueOf(month), "timestamptz '2024-%02d-15Z'".formatted(month));
    }

    static void append(Connection connection, String key, String at) {
        Database.execute(connection, """
                INSERT INTO journal (event_id, key, version, type, data_version, payload, headers, recorded_at)
                VALUES (gen_random_uuid(), '%s', 1, 't', 1, '{}', '{}', %s)""".formatted(key, at));
    }

    void publishAll() {
        database.execute("UPDATE relay_cursor SET position = (SELECT max(position) FROM journal)");
    }

    List<String> months(String table) {
        return database.column("SELECT name FROM months_before('%s', 'infinity')".formatted(table));
    }

    static Months months(Wiring wiring) {
        return new Months(new PersonalRows(), wiring.pause);
    }

    static boolean isOld(String month) {
        return month.matches(".*_20240[234]");
    }

    double counted(String table) {
        return wiring.registry
                .counter("orderflow.retention.dropped", "table", table)
                .count();
    }

    void run(Ages ages) {
        wiring.run(() -> round.run(ages, Set.of()));
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
