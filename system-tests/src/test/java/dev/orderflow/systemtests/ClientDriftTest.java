package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.orderflow.systemtests.openapi.ServedApi;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientDriftTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SERVED = """
            {"type": "object", "required": ["id", "state"], "properties": {
              "id": {"type": "string", "format": "uuid"}, "count": {"type": "integer", "format": "int64"},
              "state": {"type": "string", "enum": ["OPEN", "OVER"]},
              "tags": {"type": "array", "items": {"type": "string"}}}}""";

    private enum State {
        OPEN,
        OVER,
        UNKNOWN
    }

    private enum OldState {
        OPEN,
        UNKNOWN
    }

    private record Same(UUID id, Optional<Long> count, State state, List<String> tags) {}

    private record Less(UUID id, Optional<Long> count, State state) {}

    private record More(UUID id, Optional<Long> count, State state, List<String> tags, String gone) {}

    private record Lenient(Optional<UUID> id, Optional<Long> count, State state, List<String> tags) {}

    private record Older(UUID id, Optional<Long> count, OldState state, List<String> tags) {}

    private record Otherwise(String id, Optional<Integer> count, State state, List<Integer> tags) {}

    @Test
    void findsNothingWhereBothSayTheSame() {
        assertThat(drift(Same.class)).isEmpty();
    }

    @Test
    void findsWhatOnlyOneOfThemHas() {
        assertThat(drift(Less.class))
                .singleElement()
                .asString()
                .startsWith("Less: served are [count, id, state, tags]");
        assertThat(drift(More.class))
                .singleElement()
                .asString()
                .startsWith("More: served are [count, id, state, tags]");
    }

    @Test
    void findsWhatIsNeverAbsent() {
        assertThat(drift(Lenient.class)).containsExactly("Lenient.id is never absent, but an Optional");
    }

    @Test
    void findsValuesThatTheClientDoesNotKnow() {
        assertThat(drift(Older.class)).containsExactly("Older.state: served are [OPEN, OVER], the client knows [OPEN]");
    }

    @Test
    void findsOtherTypes() {
        assertThat(drift(Otherwise.class))
                .containsExactly(
                        "Otherwise.id: served are uuid, the client knows string",
                        "Otherwise.count may be larger than an int",
                        "Otherwise.tags[]: served are string, the client knows integer");
    }

    private static List<String> drift(Class<?> type) {
        var api = new ServedApi("any", "http://localhost", json("{\"paths\": {}}"));
        return ClientDrift.between(TypeFactory.defaultInstance().constructType(type), json(SERVED), api);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
