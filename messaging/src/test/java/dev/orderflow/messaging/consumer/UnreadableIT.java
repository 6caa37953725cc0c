package dev.orderflow.messaging.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.testing.Envelope;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can't be read, or failed with a text that can't be stored, is buried as it came. */
class UnreadableIT extends ConsumerFixture {

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
}
