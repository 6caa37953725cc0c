package dev.orderflow.messaging.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.messaging.testing.Noted;
import dev.orderflow.messaging.testing.Skipped;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Ticked;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private final EventCodec codec = codec(new TestTypes("ticks", "echoes"));

    @Test
    void readsWhatItHasWritten() {
        var encoded = codec.encode(new Ticked("c", 7));

        assertThat(encoded.type().name()).isEqualTo("test.ticked");
        assertThat(decode("test.ticked", 1, encoded.payload())).isEqualTo(new Ticked("c", 7));
    }

    @Test
    void keepsPersonalFieldsApart() {
        var encoded = codec.encode(new Noted("c", List.of("a"), "a@example.com"));

        assertThat(encoded.payload()).doesNotContain("email", "example.com");
        assertThat(encoded.personal()).isEqualTo("{\"email\":\"a@example.com\"}");
    }

    @Test
    void storesNoPersonalRowWithoutPersonalData() {
        assertThat(codec.encode(new Noted("c", List.of(), null)).personal()).isNull();
        assertThat(codec.encode(new Ticked("c", 1)).personal()).isNull();
    }

    @Test
    void readsAnErasedFieldAsNull() {
        assertThat(decode("test.noted", 2, "{\"counter\":\"c\",\"words\":[]}"))
                .isEqualTo(new Noted("c", List.of(), null));
    }

    @Test
    void upcastsAnOldVersion() {
        assertThat(decode("test.noted", 1, "{\"counter\":\"c\",\"word\":\"hello\"}"))
                .isEqualTo(new Noted("c", List.of("hello"), null));
    }

    @Test
    void toleratesFieldsOfALaterContract() {
        assertThat(decode("test.ticked", 1, "{\"counter\":\"c\",\"n\":1,\"colour\":\"red\"}"))
                .isEqualTo(new Ticked("c", 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 2, 99})
    void refusesAVersionThatItDoesNotKnow(int version) {
        assertThatThrownBy(() -> decode("test.ticked", version, "{}")).isInstanceOf(UnknownEventException.class);
    }

    @Test
    void refusesATypeThatItDoesNotKnow() {
        assertThatThrownBy(() -> decode("test.unheard-of", 1, "{}")).isInstanceOf(UnknownEventException.class);
        assertThatThrownBy(() -> decode(null, 1, "{}")).isInstanceOf(UnknownEventException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"text\"", "{\"n\":\"many\"}", "\u0000\u0001"})
    void callsAnythingElseUndecodable(String json) {
        assertThatThrownBy(() -> decode("test.ticked", 1, json)).isInstanceOf(UndecodableEventException.class);
    }

    @Test
    void callsATombstoneUndecodable() {
        assertThatThrownBy(() -> codec.decode("test.ticked", 1, null)).isInstanceOf(UndecodableEventException.class);
    }

    /** An upcaster meets whatever was published; its own exception must not end the channel. */
    @Test
    void callsAnEventUndecodableWhoseUpcasterFails() {
        EventTypeSource failing =
                () -> List.of(new EventType<>("test.old", 2, "ticks", Ticked.class, Set.of(), List.of(old -> {
                    throw new ArithmeticException("scale");
                })));

        assertThatThrownBy(() -> codec(failing).decode("test.old", 1, "{}".getBytes(UTF_8)))
                .isInstanceOf(UndecodableEventException.class);
    }

    @Test
    void refusesAnEventThatKafkaWouldRefuse() {
        assertThatThrownBy(() -> codec.encode(new Skipped("x".repeat(EventCodec.MAX_BYTES))))
                .isInstanceOf(EventTooLargeException.class);
        assertThatThrownBy(() -> codec.encode(new Skipped("€".repeat(EventCodec.MAX_BYTES / 3))))
                .isInstanceOf(EventTooLargeException.class);
    }

    /** The topic carries what Postgres prints, and that sets a space behind every comma and colon. */
    @Test
    void countsTheSpacesThatPostgresWillAdd() {
        var words = Collections.nCopies(EventCodec.MAX_BYTES / 5, "w");

        assertThatThrownBy(() -> codec.encode(new Noted("c", words, null))).isInstanceOf(EventTooLargeException.class);
    }

    @Test
    void refusesAClassThatNobodyRegistered() {
        assertThatThrownBy(() -> codec.encode(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private Object decode(String type, int version, String json) {
        return codec.decode(type, version, json.getBytes(UTF_8));
    }

    private static EventCodec codec(EventTypeSource source) {
        return new EventCodec(new EventTypes(List.of(source)), new ObjectMapper());
    }
}
