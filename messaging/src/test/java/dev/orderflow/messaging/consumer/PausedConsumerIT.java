package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.TallyHandler;
import dev.orderflow.messaging.testing.Wiring;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operator holds a channel back. */
class PausedConsumerIT extends ConsumerFixture {

    @AfterEach
    void open() {
        process.turn("channel/" + topic.name(), true);
    }

    @Test
    void waitsAsLongAsItsChannelIsPaused() {
        pause();

        var handled = begin(consumer, deliver(ticks("a", 1, 3)));
        await().during(Duration.ofMillis(500)).until(() -> !handled.isDone());
        assertThat(database.seen("a")).isEmpty();
        open();
        EventLoop.await(handled);
        assertThat(database.seen("a")).isEqualTo("1,2,3");
    }

    /** A batch that fails and fails is not tried again before the channel is open. */
    @Test
    void endsItsTriesToo() throws SQLException {
        consume(deliver(Envelope.tick("a", 1)));
        var impatient = process("lock_timeout", "20ms");
        var hasty = consumer(impatient, new TallyHandler());
        try (var rival = database.connect()) {
            rival.setAutoCommit(false);
            Database.execute(rival, "SELECT FROM tally WHERE id = 'a' FOR UPDATE");
            var handled = begin(hasty, deliver(Envelope.tick("a", 2)));
            await().until(() -> retries(impatient) >= 2);

            impatient.turn("channel/" + topic.name(), false);
            var before = retriesOnceTheyRest(impatient);
            rival.rollback();
            await().during(Duration.ofMillis(500)).until(() -> !handled.isDone());
            assertThat(retries(impatient)).isEqualTo(before);

            impatient.turn("channel/" + topic.name(), true);
            EventLoop.await(handled);
        } finally {
            impatient.close();
        }
        assertThat(database.seen("a")).isEqualTo("1,2");
    }

    /** A try that had begun before the pause still ends; the next one would come after 100 ms at most. */
    private double retriesOnceTheyRest(Wiring in) {
        var seen = new AtomicReference<>(-1d);
        await().pollInterval(Duration.ofMillis(500)).until(() -> seen.getAndSet(retries(in)) == retries(in));
        return seen.get();
    }

    private void pause() {
        process.turn("channel/" + topic.name(), false);
    }
}
