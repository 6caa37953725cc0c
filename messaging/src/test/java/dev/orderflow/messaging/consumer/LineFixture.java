package dev.orderflow.messaging.consumer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.deadletter.Letters;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.testing.Echoed;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.Tallies;
import dev.orderflow.messaging.testing.TallyHandler;
import dev.orderflow.messaging.testing.Ticked;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A channel of which some ticks are poison, until they are cured. */
abstract class LineFixture extends ConsumerFixture {

    final Set<Long> poison = ConcurrentHashMap.newKeySet();
    /** What a tick leads to is too large to be recorded. */
    final Set<Long> bloated = ConcurrentHashMap.newKeySet();

    final BatchConsumer<Tallies> channel = consumer(new Delicate());
    Letters letters;

    @BeforeEach
    void cure() {
        poison.clear();
        bloated.clear();
    }

    @BeforeEach
    void open() {
        letters = new Letters(process);
    }

    /** A loop that goes on would take lines from the next test, and wait for what that one holds. */
    @AfterEach
    void stop() {
        letters.stop();
    }

    void handle(Envelope... envelopes) {
        EventLoop.await(begin(channel, deliver(envelopes)));
    }

    UUID letter(long tick) {
        return UUID.fromString(
                database.value("SELECT id FROM dead_letter WHERE payload IS NOT NULL AND " + TICK + " = " + tick));
    }

    /** The ticks of the letters in that state, in the order of their line. */
    List<String> in(String state) {
        return database.column("SELECT " + TICK + " FROM dead_letter WHERE state = '" + state + "' ORDER BY position");
    }

    long marks() {
        return database.number("SELECT count(*) FROM parked_aggregate");
    }

    void awaitSeen(String counter, String ticks) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(database.seen(counter)).isEqualTo(ticks));
    }

    void awaitOpen() {
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(marks()).isZero());
    }

    void poison(Long... ticks) {
        poison.addAll(Arrays.asList(ticks));
    }

    private static final String TICK = "(convert_from(payload, 'UTF8')::jsonb ->> 'n')::bigint";

    class Delicate extends TallyHandler {

        @Override
        public Decision decide(Tallies tallies, Delivery event) {
            if (event.payload() instanceof Ticked tick && poison.contains(tick.n())) {
                throw new IllegalStateException("tick %d is poison".formatted(tick.n()));
            }
            var decision = super.decide(tallies, event);
            return event.payload() instanceof Ticked tick && bloated.contains(tick.n())
                    ? Decision.applied(new NewEvent(tick.counter(), tick.n(), new Echoed("x".repeat(1_100_000), 1)))
                    : decision;
        }
    }
}
