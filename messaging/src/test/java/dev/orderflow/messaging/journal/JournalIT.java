package dev.orderflow.messaging.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.messaging.event.EventTooLargeException;
import dev.orderflow.messaging.journal.History.Stretch;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Kept;
import dev.orderflow.messaging.testing.Noted;
import dev.orderflow.messaging.testing.Skipped;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.testing.Wiring;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalIT {

    private final Database database = Database.create();
    private final Wiring process = Wiring.on(database, new TestTypes("ticks", "echoes"));
    private final History history = new History(process.codec);

    @BeforeEach
    void empty() {
        List.of("journal", "personal", "tally").forEach(table -> database.execute("DELETE FROM " + table));
    }

    @AfterAll
    void close() {
        process.close();
    }

    @Test
    void drawsPositionsInTheOrderOfTheList() {
        process.append(LongStream.rangeClosed(1, 500)
                .mapToObj(n -> Ticked.event("a", n))
                .toArray(NewEvent[]::new));

        assertThat(database.column("SELECT version FROM journal ORDER BY position"))
                .isEqualTo(
                        LongStream.rangeClosed(1, 500).mapToObj(String::valueOf).toList());
        assertThat(database.number("SELECT max(position) - min(position) FROM journal"))
                .isEqualTo(499);
    }

    /** The relay's bound hangs on it: whoever draws a position has its xid already. The sequence itself checks it here. */
    @Test
    void ownsItsXidBeforeItDrawsAPosition() {
        database.execute("""
                CREATE FUNCTION strict_position() RETURNS bigint LANGUAGE plpgsql AS $$
                BEGIN
                  IF pg_current_xact_id_if_assigned() IS NULL THEN RAISE 'a position before an xid'; END IF;
                  RETURN nextval('journal_position_seq');
                END $$;
                ALTER TABLE journal ALTER position SET DEFAULT strict_position()""");

        process.append(Ticked.event("a", 1), new NewEvent("a", 2, new Noted("a", List.of(), "a@example.com")));

        assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(2);
    }

    @Test
    void storesPersonalFieldsApart() {
        process.append(new NewEvent("a", 1, new Noted("a", List.of("w"), "a@example.com")), Ticked.event("a", 2));

        assertThat(database.column("SELECT payload::text FROM journal ORDER BY position"))
                .containsExactly("{\"words\": [\"w\"], \"counter\": \"a\"}", "{\"n\": 2, \"counter\": \"a\"}");
        assertThat(database.column("SELECT p.payload::text FROM personal p JOIN journal j USING (event_id)"))
                .containsExactly("{\"email\": \"a@example.com\"}");
    }

    @Test
    void tellsTheHistoryOfOneKeyWithWhatIsStillKnown() {
        process.append(new NewEvent("a", 1, new Noted("a", List.of("w"), "a@example.com")));
        process.append(Ticked.event("a", 2), Ticked.event("b", 1), new NewEvent("a", 3, new Kept("a")));
        database.execute("""
                INSERT INTO journal (event_id, key, version, type, data_version, payload, headers)
                VALUES (gen_random_uuid(), 'a', 0, 'test.noted', 1, '{"counter":"a","word":"old"}', '{}')""");

        assertThat(payloads("a"))
                .containsExactly(
                        new Noted("a", List.of("old"), null),
                        new Noted("a", List.of("w"), "a@example.com"),
                        new Ticked("a", 2),
                        new Kept("a"));
        assertThat(payloads("nobody")).isEmpty();

        database.execute("DELETE FROM personal");
        assertThat(payloads("a").get(1)).as("erased").isEqualTo(new Noted("a", List.of("w"), null));
    }

    @Test
    void tellsStretchesOfSeveralHistories() {
        process.append(Ticked.event("a", 1), Ticked.event("b", 1), Ticked.event("a", 2));
        process.append(new NewEvent("a", 3, new Noted("a", List.of("w"), "a@example.com")), Ticked.event("a", 4));

        var told = process.run(() -> history.of(
                process.pool, List.of(new Stretch("a", 1, 3), new Stretch("b", 0, 9), new Stretch("nobody", 0, 9))));

        assertThat(told).containsOnlyKeys("a", "b");
        assertThat(told.get("a").stream().map(Recorded::payload))
                .containsExactly(new Ticked("a", 2), new Noted("a", List.of("w"), "a@example.com"));
        assertThat(told.get("b").stream().map(Recorded::version)).containsExactly(1L);
    }

    @Test
    void remembersWhatLedToAnEvent() {
        var cause = new Cause(
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", UUID.randomUUID(), "test.ticked", "/x");
        process.run(() -> process.units.run(work -> {
            work.append(List.of(Ticked.event("a", 1)), cause);
            return Uni.createFrom().voidItem();
        }));

        assertThat(process.run(() -> history.of(process.pool, "a")).getFirst().cause())
                .isEqualTo(cause);
    }

    @Test
    void keepsTheTimeThatAnEventHasOrElseTakesTheDatabases() {
        var decided = Instant.parse("2026-01-02T03:04:05.678Z");
        process.append(
                new NewEvent("a", 1, new Ticked("a", 1), decided),
                Ticked.event("a", 2),
                new NewEvent("a", 3, new Ticked("a", 3), decided.plusMillis(1)));

        var times = process.run(() -> history.of(process.pool, "a")).stream()
                .map(Recorded::at)
                .toList();

        assertThat(times).element(0).isEqualTo(decided);
        assertThat(times).element(2).isEqualTo(decided.plusMillis(1));
        assertThat(database.number("SELECT count(*) FROM journal WHERE version = 2"
                        + " AND recorded_at BETWEEN now() - interval '1 minute' AND now()"))
                .isEqualTo(1);
    }

    @Test
    void refusesAnEventThatIsTooLargeBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> process.run(() -> process.units.run(work -> work.sql()
                        .query("INSERT INTO tally (id) VALUES ('a')")
                        .execute()
                        .invoke(() -> work.append(List.of(
                                Ticked.event("a", 1), new NewEvent("a", 2, new Skipped("x".repeat(1_100_000)))))))))
                .isInstanceOf(EventTooLargeException.class);

        assertThat(database.number("SELECT count(*) FROM tally")).isZero();
        assertThat(database.number("SELECT count(*) FROM journal")).isZero();
    }

    /** The largest that is let through still fits into a message as Postgres prints it. */
    @Test
    void letsThroughNothingThatKafkaWouldRefuse() {
        var words = Collections.nCopies(160_000, "w");

        process.append(new NewEvent("a", 1, new Noted("a", words, null)));

        assertThat(database.number("SELECT octet_length(payload::text) FROM journal"))
                .isBetween(700_000L, 1_000_000L);
    }

    private List<Object> payloads(String key) {
        return process.run(() -> history.of(process.pool, key)).stream()
                .map(Recorded::payload)
                .toList();
    }
}
