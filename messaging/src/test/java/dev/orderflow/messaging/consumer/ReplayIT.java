package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.deadletter.DeadLetterFilter;
import dev.orderflow.messaging.deadletter.LetterState;
import dev.orderflow.messaging.deadletter.RedeliveryFailedException;
import dev.orderflow.messaging.deadletter.Ruling;
import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.testing.Envelope;
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
        assertThat(in("REPLAYED")).containsExactly("2", "3", "4", "5", "6");
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

        assertThatThrownBy(() -> letters.replay(letter(1))).hasRootCauseMessage("tick 1 is poison");

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
        assertThat(in("DISCARDED")).containsExactly("1");
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
        letters.discard(letter(1));
        assertThat(letters.replay(letter(1))).isEqualTo(new Ruling.Settled(LetterState.DISCARDED));
        assertThat(letters.discard(letter(1))).isEqualTo(new Ruling.Settled(LetterState.DISCARDED));
    }

    @Test
    void tellsTheAuditWhoDidWhat() {
        poison(1L, 2L);
        handle(Envelope.tick("a", 1), Envelope.tick("b", 2));
        cure();

        letters.replay(letter(1));
        letters.discard(letter(2));
        letters.release(ALL);

        assertThat(database.column("SELECT concat_ws('|', actor, action, details ->> 'reason') FROM audit ORDER BY id"))
                .containsExactly(
                        "op-1|dead-letter-replayed",
                        "op-1|dead-letter-discarded|no longer wanted",
                        "op-1|dead-letters-replayed");
        assertThat(database.column("SELECT subject FROM audit WHERE action = 'dead-letter-replayed'"))
                .containsExactly(letter(1).toString());
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

    @Test
    void keepsALetterOfATopicThatNobodyReadsAnyMore() {
        poison(1L);
        handle(Envelope.tick("a", 1));
        database.execute("UPDATE dead_letter SET topic = 'abandoned'");

        assertThatThrownBy(() -> letters.replay(letter(1)))
                .isInstanceOf(RedeliveryFailedException.class)
                .hasRootCauseMessage("this release reads nothing from abandoned");

        assertThat(in("OPEN")).containsExactly("1");
    }
}
