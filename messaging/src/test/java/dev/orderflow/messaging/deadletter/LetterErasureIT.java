package dev.orderflow.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Wiring;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Personal data does not survive an erasure in what waits for an operator. */
class LetterErasureIT {

    private static final String LETTER = "{\"owner\":\"%s\",\"words\":[\"w\"],\"email\":\"a@example.com\"}";

    private final Database database = Database.create();
    private final Wiring wiring = Wiring.on(database, new TestTypes("ticks", "echoes"));
    private final LetterErasure erasure = new LetterErasure(wiring.codec);
    private final LetterSweep sweep = new LetterSweep(wiring.units, wiring.codec);

    @AfterEach
    void close() {
        wiring.close();
    }

    @Test
    void takesThePersonalFieldsAndLeavesTheRest() {
        letter("mine", "test.noted", LETTER.formatted("c-1"), "OPEN");
        letter("behind", "test.noted", LETTER.formatted("c-1"), "WAITING");

        erase("c-1");

        assertThat(payload("mine")).isEqualTo("{\"owner\":\"c-1\",\"words\":[\"w\"]}");
        assertThat(payload("behind")).isEqualTo("{\"owner\":\"c-1\",\"words\":[\"w\"]}");
    }

    @Test
    void leavesTheLettersOfOthers() {
        letter("others", "test.noted", LETTER.formatted("c-10"), "OPEN");

        erase("c-1");

        assertThat(payload("others")).contains("a@example.com");
    }

    /** A newer release's event: a field of that name is personal elsewhere. */
    @Test
    void takesWhatIsPersonalAnywhereOutOfATypeThatItDoesNotKnow() {
        letter("newer", "test.unheard-of", LETTER.formatted("c-1"), "OPEN");

        erase("c-1");

        assertThat(payload("newer")).doesNotContain("email");
    }

    @Test
    void emptiesWhatItCantRead() {
        letter("broken", "test.noted", "a@example.com, and then \"c-1\"", "OPEN");

        erase("c-1");

        assertThat(payload("broken")).isNull();
        assertThat(database.value("SELECT state FROM dead_letter WHERE key = 'broken'"))
                .isEqualTo("OPEN");
    }

    @Test
    void takesThemOutOfAsManyLettersAsThereAre() {
        for (int i = 0; i < 120; i++) {
            letter("n" + i, "test.noted", LETTER.formatted("c-1"), "OPEN");
        }

        erase("c-1");

        assertThat(database.number("SELECT count(*) FROM dead_letter")).isEqualTo(120);
        assertThat(database.column("SELECT DISTINCT convert_from(payload, 'UTF8') FROM dead_letter"))
                .containsExactly("{\"owner\":\"c-1\",\"words\":[\"w\"]}");
    }

    /** As one does that is being replayed, or settled. */
    @Test
    void waitsForNoLetter() throws SQLException {
        letter("mine", "test.noted", LETTER.formatted("c-1"), "OPEN");

        try (var other = database.connect()) {
            other.setAutoCommit(false);
            Database.execute(other, "SELECT FROM dead_letter FOR UPDATE");

            remember("c-1");
        }
        sweep();

        assertThat(payload("mine")).doesNotContain("email");
    }

    @Test
    void bringsBackNothingThatIsSettledMeanwhile() throws SQLException {
        letter("mine", "test.noted", LETTER.formatted("c-1"), "OPEN");
        remember("c-1");

        try (var other = database.connect()) {
            other.setAutoCommit(false);
            Database.execute(other, "UPDATE dead_letter SET state = 'REPLAYED', payload = NULL");
            var turn = EventLoop.start(wiring.vertx, sweep::turn);
            await().until(() -> waiting("transactionid") == 1);
            other.commit();
            EventLoop.await(turn);
        }

        assertThat(payload("mine")).isNull();
    }

    /** It is stored, but not committed yet, when the erasure is read. */
    @Test
    void missesNoLetterThatIsBeingStored() {
        var stored = new CompletableFuture<Void>();
        var storing = EventLoop.start(
                wiring.vertx,
                () -> wiring.units.run(work -> wiring.deadLetters
                        .store(work, List.of(buried("late", EventIds.next())))
                        .call(() -> until(stored))));
        await().until(() -> held() == 1);

        var erasing = EventLoop.start(wiring.vertx, () -> erasing("c-1"));
        await().until(() -> waiting("advisory") == 1);
        stored.complete(null);
        EventLoop.await(storing);
        EventLoop.await(erasing);
        sweep();

        assertThat(payload("late")).isEqualTo("{\"owner\":\"c-1\",\"words\":[\"w\"]}");
    }

    /** It lagged, or had waited behind another: the letter is stored when all others have been gone through. */
    @Test
    void storesAnEarlierEventWithoutWhatIsPersonal() {
        var earlier = EventIds.next();
        erase("c-1");

        store(buried("early", earlier));
        store(buried("nobody's", null));

        assertThat(payload("early")).isEqualTo("{\"owner\":\"c-1\",\"words\":[\"w\"]}");
        assertThat(payload("nobody''s")).doesNotContain("email");
    }

    @Test
    void leavesWhatHappensAfterTheErasure() {
        remember("c-1", Instant.now().minusSeconds(60));
        sweep();

        store(buried("again", EventIds.next()));

        assertThat(payload("again")).contains("a@example.com");
    }

    private void erase(String subject) {
        remember(subject);
        sweep();
    }

    private void remember(String subject) {
        wiring.run(() -> erasing(subject));
    }

    private void remember(String subject, Instant at) {
        wiring.run(() -> wiring.pool.withTransaction(sql -> erasure.erase(sql, List.of(new Erasure(subject, at)))));
    }

    private Uni<Void> erasing(String subject) {
        var now = Instant.now();
        var both = List.of(new Erasure(subject, now), new Erasure("somebody else", now), new Erasure(subject, now));
        return wiring.pool.withTransaction(sql -> erasure.erase(sql, both));
    }

    private void sweep() {
        while (wiring.run(sweep::turn)) {
            // There may be more.
        }
        assertThat(database.number("SELECT count(*) FROM erased_subject WHERE swept IS NOT NULL"))
                .isZero();
    }

    private void store(NewDeadLetter letter) {
        wiring.run(() -> wiring.units.run(work -> wiring.deadLetters.store(work, List.of(letter))));
    }

    private static NewDeadLetter buried(String key, UUID event) {
        var payload = LETTER.formatted("c-1").getBytes(StandardCharsets.UTF_8);
        var failure = new IllegalStateException("no such counter");
        return new NewDeadLetter(
                event, key, "ticks", 0, key.length(), key, "test.noted", 2, payload, Map.of(), failure, null);
    }

    /** Goes on where it was called. */
    private static Uni<Void> until(CompletableFuture<Void> moment) {
        var context = Vertx.currentContext();
        return Uni.createFrom().emitter(done -> moment.thenRun(() -> context.runOnContext(on -> done.complete(null))));
    }

    private long held() {
        return locks("granted AND locktype = 'advisory'");
    }

    private long waiting(String what) {
        return locks("NOT granted AND locktype = '" + what + "'");
    }

    private long locks(String which) {
        return database.number("""
                SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                WHERE a.datname = current_database() AND\s""" + which);
    }

    private void letter(String key, String type, String payload, String state) {
        database.execute("""
                INSERT INTO dead_letter (id, line, topic, partition, "offset", key, type, payload, headers, attempts, state)
                SELECT gen_random_uuid(), '%1$s', 'ticks', 0, count(*), '%1$s', '%2$s', convert_to('%3$s', 'UTF8'), '{}', 1,
                       '%4$s' FROM dead_letter""".formatted(key, type, payload, state));
    }

    private String payload(String key) {
        return database.value("SELECT convert_from(payload, 'UTF8') FROM dead_letter WHERE key = '%s'".formatted(key));
    }
}
