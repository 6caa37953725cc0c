package dev.orderflow.messaging.consumer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.deadletter.DeadLetterFilter;
import dev.orderflow.messaging.deadletter.Letters;
import dev.orderflow.messaging.event.EventTooLargeException;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Envelope;
import org.junit.jupiter.api.Test;

/** What fails once more stays where it is; what could only not be had, and what a crash left, is tried again. */
class ReplayFaultsIT extends LineFixture {
    private static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null, null, null, null, null);

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
    void opensAgainWhatFailsAgainAfterAReplayByFilter() {
        poison(1L);
        handle(Envelope.tick("a", 1), Envelope.tick("a", 2));

        assertThat(letters.release(ALL)).isEqualTo(1);

        await().untilAsserted(() -> assertThat(database.column("SELECT attempts FROM dead_letter WHERE state = 'OPEN'"))
                .containsExactly("2"));
        assertThat(database.seen("a")).isEmpty();
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
            // Another line is not held up, whichever loop works it off: this one, or that of the test before.
            awaitSeen("b", "1");
            rival.commit();
            database.execute("UPDATE parked_aggregate SET due_at = now()");
            drain.drain();
        }

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
    void keepsALetterOfATopicThatNobodyReadsAnyMore() {
        poison(1L);
        handle(Envelope.tick("a", 1));
        database.execute("UPDATE dead_letter SET topic = 'abandoned'");

        assertThatThrownBy(() -> letters.replay(letter(1))).hasMessage("this release reads nothing from abandoned");

        assertThat(in("OPEN")).containsExactly("1");
    }
}
