package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.TallyHandler;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Topic;
import dev.orderflow.messaging.testing.Wiring;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Behind a dead letter its key stands still, and nothing else does. */
class ParkingIT extends LineFixture {

    @Test
    void parksTheFollowersOfTheSameBatch() {
        poison(3L);

        handle(
                Envelope.tick("a", 1),
                Envelope.tick("b", 1),
                Envelope.tick("a", 2),
                Envelope.tick("a", 3),
                Envelope.tick("a", 4),
                Envelope.tick("b", 2),
                Envelope.tick("a", 5));

        assertThat(database.seen("a")).isEqualTo("1,2");
        assertThat(database.seen("b")).isEqualTo("1,2");
        assertThat(in("OPEN")).containsExactly("3");
        assertThat(in("WAITING")).containsExactly("4", "5");
    }

    @Test
    void parksTheFollowersOfWhatCantBeRead() {
        handle(
                Envelope.tick("a", 1),
                Envelope.tick("a", 2).with(Headers.DATA_VERSION, "9"),
                Envelope.tick("a", 3),
                Envelope.tick("b", 1));

        assertThat(database.seen("a")).isEqualTo("1");
        assertThat(database.seen("b")).isEqualTo("1");
        assertThat(in("WAITING")).containsExactly("3");
    }

    @Test
    void parksTheFollowersOfLaterBatches() {
        poison(1L);
        handle(Envelope.tick("a", 1));

        handle(Envelope.tick("b", 1 + 1), Envelope.tick("a", 2));
        handle(Envelope.tick("a", 3));

        assertThat(database.seen("a")).isEmpty();
        assertThat(database.seen("b")).isEqualTo("2");
        assertThat(in("WAITING")).containsExactly("2", "3");
    }

    @Test
    void parksWhatComesToTheSameKeyOnAnotherChannel() {
        poison(1L);
        handle(Envelope.tick("a", 1));
        var second = Topic.create("seconds", 1);
        try (var other = Wiring.on(database, new TestTypes(second.name(), "echoes"))) {
            var consumer = Consumers.of(other).of(second.name(), new TallyHandler());

            EventLoop.await(EventLoop.start(
                    other.vertx,
                    () -> consumer.consume(
                            Envelope.deliver(second, List.of(Envelope.tick("a", 2), Envelope.tick("b", 2))))));
        }

        assertThat(database.seen("a")).isEmpty();
        assertThat(database.seen("b")).isEqualTo("2");
        assertThat(in("WAITING")).containsExactly("2");
    }

    @Test
    void parksAFollowerOnceThatIsDeliveredAgain() {
        poison(1L);
        var batch = deliver(Envelope.tick("a", 1), Envelope.tick("a", 2));

        EventLoop.await(begin(channel, batch));
        EventLoop.await(begin(channel, batch));

        assertThat(in("OPEN")).containsExactly("1");
        assertThat(in("WAITING")).containsExactly("2");
    }

    /** The letter of a record without an id was settled; when the record comes again nothing may wait for it. */
    @Test
    void parksNothingBehindARecordThatWasSettledLongAgo() {
        var batch = deliver(Envelope.tick("a", 1).without(Headers.ID), Envelope.tick("a", 2));
        EventLoop.await(begin(channel, batch));
        letters.discard(letter(1));
        awaitSeen("a", "2");

        EventLoop.await(begin(channel, batch));
        handle(Envelope.tick("a", 3));

        awaitSeen("a", "2,3");
        awaitOpen();
        assertThat(deadLetters()).as("of the record; 2 and perhaps 3 waited").isBetween(2L, 3L);
    }

    @Test
    void parksNothingBehindAnOldVersionOfAState() {
        poison(1L);
        var states = consumer(new Delicate() {
            @Override
            public boolean oncePerEvent() {
                return false;
            }
        });

        EventLoop.await(begin(states, deliver(Envelope.tick("a", 1), Envelope.tick("a", 2))));

        assertThat(database.seen("a")).isEqualTo("2");
        assertThat(in("OPEN")).containsExactly("1");
        assertThat(in("WAITING")).isEmpty();
    }

    @Test
    void tellsTheDeadLetterTopicOfEachWithItsState() {
        poison(1L);

        handle(Envelope.tick("a", 1), Envelope.tick("a", 2));

        assertThat(database.column("""
                        SELECT concat_ws('|', payload ->> 'state', payload ->> 'attempts', payload ->> 'error')
                        FROM journal WHERE topic = 'test-dead-letters' ORDER BY position""")).containsExactly("OPEN|1|tick 1 is poison", "WAITING|0");
    }

    @Test
    void marksAKeyThatNoIndexCouldHold() {
        var key = "k".repeat(100_000);
        handle(
                Envelope.tick("a", 1).without(Headers.TYPE).withKey(key),
                Envelope.tick("a", 2).withKey(key));

        assertThat(in("WAITING")).containsExactly("2");
    }
}
