package dev.orderflow.messaging.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.Kept;
import dev.orderflow.messaging.testing.Skipped;
import dev.orderflow.messaging.testing.TallyHandler;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.testing.Wiring;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Arguments> unreadable() {
        var tick = Envelope.tick("a", 1);
        var nul = "\u0000";
        return Stream.of(
                Arguments.of("no headers at all", new Envelope(Map.of(), "a", tick.value())),
                Arguments.of("no type", tick.without(Headers.TYPE)),
                Arguments.of("no id", tick.without(Headers.ID)),
                Arguments.of("an id that is none", tick.with(Headers.ID, "17")),
                Arguments.of("no time", tick.without(Headers.TIME)),
                Arguments.of("a time that is none", tick.with(Headers.TIME, "yesterday")),
                Arguments.of("no version", tick.without(Headers.DATA_VERSION)),
                Arguments.of("a header without value", tick.with(Headers.DATA_VERSION, null)),
                Arguments.of("a type that nobody knows", tick.with(Headers.TYPE, "test.unheard-of")),
                Arguments.of("a version of a later release", tick.with(Headers.DATA_VERSION, "2")),
                Arguments.of("no JSON", tick.withValue("<xml/>".getBytes(UTF_8))),
                Arguments.of("half a JSON", tick.withValue("{\"counter\":".getBytes(UTF_8))),
                Arguments.of("other JSON", tick.withValue("[1]".getBytes(UTF_8))),
                Arguments.of("no value", tick.withValue(null)),
                Arguments.of("another framing, which begins with zeros", tick.withValue(new byte[] {0, 0, 0, 0, 7, 2})),
                Arguments.of("an empty value", tick.withValue(new byte[0])),
                Arguments.of("bytes that are no text", tick.withValue(new byte[] {(byte) 0xff, 0, (byte) 0xfe})),
                Arguments.of(
                        "NUL in the key, which text can't hold",
                        tick.without(Headers.ID).withKey("a" + nul)),
                Arguments.of(
                        "NUL in a header, which jsonb can't hold",
                        tick.without(Headers.ID).with("x", nul)),
                Arguments.of(
                        "NUL in the name of a header", tick.without(Headers.ID).with("x" + nul, "y")),
                Arguments.of("NUL in the type", tick.with(Headers.TYPE, "test." + nul)),
                Arguments.of(
                        "a key as long as an event", tick.without(Headers.ID).withKey("k".repeat(900_000))),
                Arguments.of("a type as long as an event", tick.with(Headers.TYPE, "t".repeat(900_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void buriesWhatItCantReadAndGoesOn(String what, Envelope unreadable) {
        consume(deliver(Envelope.tick("b", 1), unreadable, Envelope.tick("b", 2)));

        assertThat(database.seen("b")).isEqualTo("1,2");
        assertThat(deadLetters()).isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM journal WHERE type = 'orderflow.messaging.dead-lettered'"))
                .isEqualTo(1);
        assertThat(database.value("SELECT coalesce(encode(payload, 'hex'), 'null') FROM dead_letter"))
                .as("the bytes as they came")
                .isEqualTo(unreadable.value() == null ? "null" : HexFormat.of().formatHex(unreadable.value()));
    }

    /** The domain throws, and what it says holds what came in. */
    @Test
    void buriesAFailureWhoseTextPostgresCantHold() {
        var hostile = Envelope.of(
                "test.ticked", 1, "a", "{\"counter\":\"\\u0000\\ud800%s\",\"n\":-1}".formatted("x".repeat(600_000)));

        consume(deliver(hostile, Envelope.tick("b", 1)));

        assertThat(database.seen("b")).isEqualTo("1");
        assertThat(deadLetters()).isEqualTo(1);
        assertThat(database.number("SELECT length(error) FROM dead_letter")).isLessThan(5_000);
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
