package dev.orderflow.messaging.consumer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.deadletter.DeadLetterFilter;
import dev.orderflow.messaging.deadletter.LetterState;
import dev.orderflow.messaging.deadletter.Letters;
import dev.orderflow.messaging.deadletter.Ruling;
import dev.orderflow.messaging.event.EventTooLargeException;
import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.TallyHandler;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Topic;
import dev.orderflow.messaging.testing.Wiring;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators do about dead letters, and what follows from it. */
class ReplayIT extends LineFixture {

    private static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null, null, null, null, null);

    @Test
    void replaysALetterAndThenAllBehindItInOrder() {
        poison(2L);
        handle(ticks("a", 1, 6));
        cure();

        var ruling = letters.replay(letter(2));

        assertThat(ruling).isInstanceOfSatisfying(Ruling.Done.class, done -> {
            assertThat(done.letter().state()).isEqualTo(LetterState.REPLAYED);
            assertThat(done.behind()).isEqualTo(4);
        });
        awaitSeen("a", upTo(6));
        awaitOpen();
        assertThat(database.number("SELECT count(*) FROM dead_letter WHERE state = 'REPLAYED'"))
                .isEqualTo(5);
        assertThat(database.column("SELECT payload ->> 'n' FROM journal WHERE type = 'test.echoed' ORDER BY position"))
                .as("each has its effects once")
                .containsExactly(upTo(6).split(","));
    }

    @Test
    void goesOnAsEverOnceTheLineIsEmpty() {
        poison(1L);
        handle(Envelope.tick("a", 1));
        cure();
        letters.replay(letter(1));
        awaitOpen();

        handle(Envelope.tick("a", 2));

        assertThat(database.seen("a")).isEqualTo("1,2");
        assertThat(deadLetters()).isEqualTo(1);
    }

    @Test
    void keepsALetterThatFailsAgain() {
        poison(1L);
        handle(ticks("a", 1, 2));

        assertThatThrownBy(() -> letters.replay(letter(1))).hasMessage("tick 1 is poison");

        assertThat(in("OPEN")).containsExactly("1");
        assertThat(in("WAITING")).containsExactly("2");
        assertThat(database.number("SELECT attempts FROM dead_letter WHERE state = 'OPEN'"))
                .isEqualTo(2);
        assertThat(database.column("SELECT payload ->> 'attempts' FROM journal WHERE topic = 'test-dead-letters'"
                        + " AND payload ->> 'state' = 'OPEN' ORDER BY position"))
                .as("told again")
                .containsExactly("1", "2");
        assertThat(database.seen("a")).isEmpty();
        assertThat(database.column("SELECT action FROM audit")).containsExactly("dead-letter-failed-again");
    }

    @Test
    void stopsAtAFollowerThatFails() {
        poison(1L, 3L);
        handle(ticks("a", 1, 4));
        poison.remove(1L);

        letters.replay(letter(1));

        awaitSeen("a", "1,2");
        await().untilAsserted(() -> assertThat(in("OPEN")).containsExactly("3"));
        assertThat(in("WAITING")).containsExactly("4");
        assertThat(marks()).isOne();
    }

    @Test
    void letsTheFollowersOfADiscardedLetterThrough() {
        poison(1L);
        handle(ticks("a", 1, 3));

        letters.discard(letter(1));

        awaitSeen("a", "2,3");
        awaitOpen();
        assertThat(database.number("SELECT count(*) FROM dead_letter WHERE state = 'DISCARDED'"))
                .isOne();
    }

    @Test
    void discardsAFollowerWithoutMovingTheLine() {
        poison(1L);
        handle(ticks("a", 1, 3));
        letters.discard(letter(2));
        cure();

        letters.replay(letter(1));

        awaitSeen("a", "1,3");
    }

    @Test
    void replaysByFilter() {
        poison(1L, 2L);
        handle(Envelope.tick("a", 1), Envelope.tick("a", 3), Envelope.tick("b", 2));
        handle(Envelope.tick("c", 1).with(Headers.TYPE, "test.unheard-of"));
        cure();

        int released = letters.release(
                new DeadLetterFilter(null, topic.name(), "test.ticked", null, "IllegalStateException", null, null));

        assertThat(released).isEqualTo(2);
        awaitSeen("a", "1,3");
        awaitSeen("b", "2");
        assertThat(database.column("SELECT key FROM dead_letter WHERE state = 'OPEN'"))
                .containsExactly("c");
    }

    @Test
    void opensAgainWhatFailsAgainAfterAReplayByFilter() {
        poison(1L);
        handle(Envelope.tick("a", 1), Envelope.tick("a", 2));

        assertThat(letters.release(ALL)).isEqualTo(1);

        await().untilAsserted(() -> assertThat(database.number("SELECT attempts FROM dead_letter WHERE state = 'OPEN'"))
                .isEqualTo(2));
        assertThat(database.seen("a")).isEmpty();
    }

    @Test
    void refusesWhatIsNotItsTurn() {
        poison(1L);
        handle(ticks("a", 1, 2));

        assertThat(letters.replay(letter(2))).isEqualTo(new Ruling.NotFirst(letter(1)));
        assertThat(letters.replay(new UUID(0, 0))).isEqualTo(new Ruling.Unknown());
        var first = letter(1);
        letters.discard(first);
        assertThat(letters.replay(first)).isEqualTo(new Ruling.Settled(LetterState.DISCARDED));
        assertThat(letters.discard(first)).isEqualTo(new Ruling.Settled(LetterState.DISCARDED));
    }

    @Test
    void tellsTheAuditWhoDidWhat() {
        poison(1L, 2L);
        handle(Envelope.tick("a", 1), Envelope.tick("b", 2));
        cure();

        var replayed = letter(1);
        letters.replay(replayed);
        letters.discard(letter(2));
        letters.release(ALL);

        assertThat(database.column("SELECT concat_ws('|', actor, action, details ->> 'reason') FROM audit ORDER BY id"))
                .containsExactly(
                        "op-1|dead-letter-replayed",
                        "op-1|dead-letter-discarded|no longer wanted",
                        "op-1|dead-letters-replayed");
        assertThat(database.column("SELECT subject FROM audit WHERE action = 'dead-letter-replayed'"))
                .containsExactly(replayed.toString());
    }

    /** The replica that settled the first letter died before it came to the others. */
    @Test
    void worksOffWhatACrashLeft() {
        poison(1L);
        handle(ticks("a", 1, 3));
        database.execute("UPDATE dead_letter SET state = 'DISCARDED' WHERE state = 'OPEN'");

        letters.drain();

        assertThat(database.seen("a")).isEqualTo("2,3");
        assertThat(marks()).isZero();
    }

    @Test
    void opensALineThatACrashLeftEmpty() {
        database.execute("INSERT INTO parked_aggregate (line) VALUES ('a')");

        letters.drain();

        assertThat(marks()).isZero();
    }

    /** It is read, decided and stored; what it leads to is what can't be appended, at the very end. */
    @Test
    void opensALetterWhoseConsequenceCantBeRecorded() {
        poison(1L);
        handle(ticks("a", 1, 2));
        cure();
        bloated.add(1L);

        letters.release(ALL);

        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(database.value(
                                "SELECT state || attempts || error_type FROM dead_letter ORDER BY position"))
                        .isEqualTo("OPEN2EventTooLargeException"));
        assertThat(database.seen("a")).isEmpty();
        assertThatThrownBy(() -> letters.replay(letter(1))).isInstanceOf(EventTooLargeException.class);
        assertThat(database.number("SELECT attempts FROM dead_letter WHERE state = 'OPEN'"))
                .isEqualTo(3);
    }

    /** The aggregate is locked for longer than the drain may wait: nobody's fault, so the letter stays in its turn. */
    @Test
    void waitsForWhatCantBeHadNow() throws Exception {
        poison(1L);
        handle(Envelope.tick("a", 1), Envelope.tick("a", 2), Envelope.tick("b", 1));
        database.execute("INSERT INTO tally (id) VALUES ('a') ON CONFLICT DO NOTHING");
        cure();
        try (var impatient = process("lock_timeout", "100ms");
                var rival = database.connect()) {
            consumer(impatient, new Delicate());
            var drain = new Letters(impatient);
            rival.setAutoCommit(false);
            Database.execute(rival, "SELECT FROM tally WHERE id = 'a' FOR UPDATE");
            database.execute("UPDATE dead_letter SET state = 'WAITING' WHERE state = 'OPEN'");

            drain.drain();

            assertThat(database.column("SELECT DISTINCT state || attempts FROM dead_letter WHERE key = 'a'"))
                    .containsExactlyInAnyOrder("WAITING1", "WAITING0");
            assertThat(database.seen("b")).as("another line is not held up").isEqualTo("1");
            rival.commit();
            database.execute("UPDATE parked_aggregate SET due_at = now()");
            drain.drain();
        }

        awaitSeen("a", "1,2");
    }

    @Test
    void worksOffALineOfTwoChannels() {
        poison(1L);
        handle(Envelope.tick("a", 1));
        var second = Topic.create("seconds", 1);
        try (var other = Wiring.on(database, new TestTypes(second.name(), "echoes"))) {
            var consumer = Consumers.of(other).of(second.name(), new TallyHandler());
            EventLoop.await(EventLoop.start(
                    other.vertx, () -> consumer.consume(Envelope.deliver(second, List.of(Envelope.tick("a", 2))))));
        }
        handle(Envelope.tick("a", 3));
        process.redeliveries.register(
                second.name(), new ChannelRedelivery(reader(), new Effects<>(new Delicate()), () -> false));
        cure();

        letters.replay(letter(1));

        awaitSeen("a", "1,2,3");
    }

    @Test
    void leavesTheLettersOfAPausedChannel() {
        poison(1L);
        handle(ticks("a", 1, 2));
        cure();
        process.redeliveries.register(
                topic.name(), new ChannelRedelivery(reader(), new Effects<>(new Delicate()), () -> true));

        assertThat(letters.replay(letter(1))).isEqualTo(new Ruling.Paused(topic.name()));
        letters.release(ALL);
        letters.drain();

        assertThat(database.seen("a")).isEmpty();
        assertThat(in("WAITING")).containsExactly("1", "2");
        consumer(new Delicate());
        database.execute("UPDATE parked_aggregate SET due_at = now()");
        letters.drain();
        awaitSeen("a", "1,2");
    }

    /** A release that comes while a replay fails is not undone by it. */
    @Test
    void keepsWhatWasReleasedMeanwhile() {
        poison(1L);
        handle(Envelope.tick("a", 1));
        database.execute("UPDATE parked_aggregate SET due_at = 'infinity'");
        var id = letter(1);
        database.execute("UPDATE dead_letter SET state = 'WAITING'");

        assertThatThrownBy(() -> letters.replay(id)).hasMessage("tick 1 is poison");

        assertThat(in("WAITING")).containsExactly("1");
        assertThat(database.column("SELECT action FROM audit")).containsExactly("dead-letter-failed-again");
    }

    @Test
    void forgetsThePayloadOfWhatIsSettled() {
        poison(1L);
        handle(Envelope.tick("a", 1));

        letters.discard(letter(1));

        assertThat(database.number("SELECT count(payload) FROM dead_letter")).isZero();
    }

    private RecordReader reader() {
        return new RecordReader(process.types, process.codec, new Delicate());
    }

    @Test
    void keepsALetterOfATopicThatNobodyReadsAnyMore() {
        poison(1L);
        handle(Envelope.tick("a", 1));
        database.execute("UPDATE dead_letter SET topic = 'abandoned'");

        assertThatThrownBy(() -> letters.replay(letter(1))).hasMessage("this release reads nothing from abandoned");

        assertThat(in("OPEN")).containsExactly("1");
    }
}
