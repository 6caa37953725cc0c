package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.deadletter.DeadLetterFilter;
import dev.orderflow.messaging.deadletter.LetterState;
import dev.orderflow.messaging.deadletter.Ruling;
import dev.orderflow.messaging.event.Headers;
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
}
