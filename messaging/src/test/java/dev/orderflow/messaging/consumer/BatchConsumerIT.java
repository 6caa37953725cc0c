package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.Kept;
import dev.orderflow.messaging.testing.Skipped;
import dev.orderflow.messaging.testing.TallyHandler;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.testing.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A batch is handled in its order, and what fails stops its own line only. */
class BatchConsumerIT extends ConsumerFixture {

    @Test
    void handlesABatchInPartitionOrder() {
        consume(deliver(ticks("a", 1, 50)));

        assertThat(database.seen("a")).isEqualTo(upTo(50));
        assertThat(database.number("SELECT count(*) FROM inbox")).isEqualTo(50);
        assertThat(database.column("SELECT payload ->> 'n' FROM journal ORDER BY position"))
                .isEqualTo(List.of(upTo(50).split(",")));
        assertThat(deadLetters()).isZero();
    }

    @Test
    void stopsOnlyTheLineOfAPoison() {
        var envelopes = new ArrayList<Envelope>();
        for (long n = 1; n <= 20; n++) {
            for (int counter = 0; counter < 25; counter++) {
                envelopes.add(Envelope.tick("c" + counter, n));
            }
        }
        var poison = Envelope.tick("c7", -1);
        envelopes.set(25 * 10 + 7, poison);

        consume(Envelope.deliver(topic, envelopes));

        assertThat(database.number("SELECT sum(cardinality(seen)) FROM tally")).isEqualTo(490);
        assertThat(database.column("SELECT array_to_string(seen, ',') FROM tally WHERE id <> 'c7'"))
                .hasSize(24)
                .containsOnly(upTo(20));
        assertThat(database.seen("c7"))
                .as("what comes after the 11th waits behind it")
                .isEqualTo(upTo(10));
        assertThat(
                        database.column(
                                "SELECT convert_from(payload, 'UTF8')::jsonb ->> 'n' FROM dead_letter WHERE state = 'WAITING' ORDER BY position"))
                .isEqualTo(List.of("12,13,14,15,16,17,18,19,20".split(",")));
        assertThat(database.number("SELECT count(*) FROM inbox")).isEqualTo(500);
        assertThat(database.column("""
                        SELECT concat_ws('|', event_id, topic, partition, key, type, data_version, error_type,
                                         error, attempts, trace_id, state, convert_from(payload, 'UTF8'),
                                         headers ->> 'ce_source')
                        FROM dead_letter WHERE state = 'OPEN'"""))
                .containsExactly(String.join(
                        "|",
                        poison.id(),
                        topic.name(),
                        "0|c7|test.ticked|1|IllegalStateException|c7 runs backwards|1",
                        Envelope.TRACE_ID,
                        "OPEN",
                        "{\"counter\":\"c7\",\"n\":-1}",
                        "/orderflow/elsewhere"));
        assertThat(database.column("""
                        SELECT payload ->> 'error' FROM journal
                        WHERE type = 'orderflow.messaging.dead-lettered' AND topic = 'test-dead-letters'
                          AND payload ->> 'state' = 'OPEN' AND headers ->> 'traceparent' LIKE '%%%s%%'""".formatted(Envelope.TRACE_ID)))
                .as("its copy travels in the trace of the culprit")
                .containsExactly("c7 runs backwards");
    }

    @Test
    void upcastsWhatAnOlderReleasePublished() {
        consume(deliver(Envelope.of("test.noted", 1, "a", "{\"counter\":\"a\",\"word\":\"four\"}")));

        assertThat(database.seen("a")).isEqualTo("4");
    }

    @Test
    void leavesWhatDoesNotConcernItUnread() {
        var left = Envelope.of("test.skipped", 1, "a", "not even JSON");

        consume(deliver(left, Envelope.tick("a", 1)));

        assertThat(database.seen("a")).isEqualTo("1");
        assertThat(deadLetters()).isZero();
        assertThat(database.number("SELECT count(*) FROM inbox")).isEqualTo(1);
    }

    @Test
    void handlesNothingForABatchThatDoesNotConcernIt() {
        consume(deliver(Envelope.of("test.skipped", 1, "a", "{}")));

        assertThat(database.number("SELECT count(*) FROM inbox")).isZero();
    }

    /** A dead letter is no event of the aggregate: its history must not tell of one. */
    @Test
    void keepsDeadLettersOutOfTheHistoryOfTheirKey() {
        consume(deliver(Envelope.tick("a", 1), Envelope.tick("a", -1)));

        assertThat(database.column("SELECT type FROM journal WHERE key = 'a'")).containsExactly("test.echoed");
    }

    @Test
    void refusesAHandlerThatHasNotThoughtOfEveryType() {
        var forgetful = new TallyHandler() {
            @Override
            public Set<Class<?>> leaves() {
                return Set.of();
            }
        };
        var greedy = new TallyHandler() {
            @Override
            public Set<Class<?>> leaves() {
                return Set.of(Skipped.class, Ticked.class);
            }
        };
        var foreign = new TallyHandler() {
            @Override
            public Set<Class<?>> leaves() {
                return Set.of(Skipped.class, Kept.class);
            }
        };

        assertThatThrownBy(() -> consumer(forgetful)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> consumer(greedy)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> consumer(foreign)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void countsWhatItHandles() {
        try (var fresh = process()) {
            var batch = deliver(Envelope.tick("a", 1), Envelope.tick("a", -1));

            EventLoop.await(begin(consumer(fresh, new TallyHandler()), batch));

            assertThat(counter(fresh, "orderflow.consumer.events")).isEqualTo(2);
            assertThat(counter(fresh, "orderflow.consumer.dead.letters")).isEqualTo(1);
            assertThat(fresh.registry
                            .timer("orderflow.consumer.batch", "channel", topic.name())
                            .count())
                    .isEqualTo(1);
        }
    }

    private double counter(Wiring in, String name) {
        return in.registry.counter(name, "channel", topic.name()).count();
    }
}
