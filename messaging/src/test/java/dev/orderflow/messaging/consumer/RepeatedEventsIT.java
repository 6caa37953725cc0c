package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.TallyHandler;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An event is applied once, and has one letter, however often it comes; state is applied every time. */
class RepeatedEventsIT extends ConsumerFixture {

    @Test
    void appliesAnEventOnceThatStandsTwiceInOneBatch() {
        var one = Envelope.tick("a", 1);

        consume(deliver(one, Envelope.tick("a", 2), one, one));

        assertThat(database.seen("a")).isEqualTo("1,2");
    }

    @Test
    void appliesAnEventOnceThatComesAgainLater() {
        var one = Envelope.tick("a", 1);
        consume(deliver(one));

        consume(deliver(one, Envelope.tick("a", 2)));
        consume(deliver(one));

        assertThat(database.seen("a")).isEqualTo("1,2");
    }

    /** After a rebalance two replicas may hold the same records for a moment. */
    @Test
    void appliesABatchOnceThatTwoConsumersHandleAtOnce() {
        var batch = deliver(ticks("a", 1, 100));

        var all = Stream.generate(() -> begin(consumer, batch)).limit(6).toList();
        all.forEach(EventLoop::await);

        assertThat(database.seen("a")).isEqualTo(upTo(100));
        assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(100);
    }

    @Test
    void keepsOneLetterOfARecordThatIsDeliveredAgain() {
        var batch = deliver(Envelope.tick("a", -1), Envelope.tick("a", 1).without(Headers.ID));

        consume(batch);
        consume(batch);

        assertThat(deadLetters()).isEqualTo(2);
        assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(2);
    }

    /** The relay before us crashed and published it again: another offset, the same event. */
    @Test
    void keepsOneLetterOfAnEventThatIsPublishedAgain() {
        var poison = Envelope.tick("a", -1);
        var unreadable = Envelope.tick("a", 1).withValue(new byte[0]);

        consume(deliver(poison, unreadable));
        consume(deliver(poison, unreadable));
        consume(deliver(poison, unreadable, unreadable, poison));

        assertThat(deadLetters()).isEqualTo(2);
    }

    /** State transfer: applied by its own version, so that the topic can be read again from the start. */
    @Test
    void handsStateToItsHandlerEveryTime() {
        var state = consumer(new TallyHandler() {
            @Override
            public boolean oncePerEvent() {
                return false;
            }
        });
        var batch = deliver(Envelope.tick("a", 1));

        EventLoop.await(begin(state, batch));
        EventLoop.await(begin(state, batch));

        assertThat(database.seen("a")).isEqualTo("1,1");
        assertThat(database.number("SELECT count(*) FROM inbox")).isZero();
    }
}
