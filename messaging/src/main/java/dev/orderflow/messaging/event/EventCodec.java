package dev.orderflow.messaging.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Events to JSON and back. Reading tolerates fields that it doesn't know, because contracts grow; it upcasts an older
 * version step by step and refuses a newer one.
 */
@Singleton
public final class EventCodec {

    /** Below the broker's default {@code message.max.bytes} (1,048,588), with room for headers. */
    static final int MAX_BYTES = 1_000_000;

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final EventTypes types;
    private final ObjectMapper mapper;

    @Inject
    public EventCodec(EventTypes types, ObjectMapper mapper) {
        this.types = types;
        this.mapper = mapper.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** @throws EventTooLargeException when it would not fit into a Kafka message */
    public EncodedEvent encode(Object event) {
        var type = types.of(event.getClass());
        ObjectNode tree = mapper.valueToTree(event);
        var personal = mapper.createObjectNode();
        for (var field : type.personalFields()) {
            var value = tree.remove(field);
            if (value != null && !value.isNull()) {
                personal.set(field, value);
            }
        }
        return sized(new EncodedEvent(type, tree.toString(), personal.isEmpty() ? null : personal.toString()));
    }

    /**
     * @throws UnknownEventException for a type or version that this release has never heard of
     * @throws UndecodableEventException for anything that is not the JSON of that type
     */
    public Object decode(String typeName, int version, byte[] json) {
        var type = types.named(typeName).orElseThrow(() -> new UnknownEventException(typeName, version));
        if (version > type.version() || version < 1) {
            throw new UnknownEventException(typeName, version);
        }
        try {
            var event = version == type.version()
                    ? mapper.readValue(json, type.payload())
                    : upcast(type, version, mapper.readValue(json, TREE));
            return Objects.requireNonNull(event, "JSON null");
        } catch (IOException | RuntimeException e) {
            // Upcasters are other people's code: whatever they throw, the event is what can't be read.
            throw new UndecodableEventException("not a readable %s version %d".formatted(typeName, version), e);
        }
    }

    private Object upcast(EventType<?> type, int version, Map<String, Object> tree) {
        var upcast = tree;
        for (var step : type.upcasters().subList(version - 1, type.upcasters().size())) {
            upcast = step.apply(upcast);
        }
        return mapper.convertValue(upcast, type.payload());
    }

    /**
     * The same event without its personal fields; of a type that this release does not know, without any field that is
     * personal in one that it knows. Empty if it is no JSON object: then nobody can tell what is personal in it.
     */
    public Optional<byte[]> withoutPersonal(String typeName, byte[] json) {
        try {
            return mapper.readTree(json) instanceof ObjectNode tree
                    ? Optional.of(mapper.writeValueAsBytes(tree.remove(types.personalFields(typeName))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The strings that are values in it; of what is no JSON, all that stands between two quotes. */
    public Set<String> strings(byte[] json) {
        var strings = new HashSet<String>();
        try (var parser = mapper.createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    strings.add(parser.getText());
                }
            }
        } catch (IOException broken) {
            strings.addAll(List.of(new String(json, StandardCharsets.UTF_8).split("\"")));
        }
        return strings;
    }

    /** Any plain value as JSON, by the same rules as events. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not serialisable: " + value.getClass(), e);
        }
    }

    /** @throws UndecodableEventException when the JSON is not of that class */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UndecodableEventException("not a readable " + type.getSimpleName(), e);
        }
    }

    private static EncodedEvent sized(EncodedEvent event) {
        int bytes = printed(event.payload()) + printed(event.personal());
        if (bytes > MAX_BYTES) {
            throw new EventTooLargeException(event.type().name(), bytes, MAX_BYTES);
        }
        return event;
    }

    /**
     * At most this long once Postgres has printed it: jsonb sets a space behind every comma and colon. Those inside
     * strings are counted too, which errs on the safe side.
     */
    private static int printed(String json) {
        if (json == null) {
            return 0;
        }
        long separators = json.chars().filter(c -> c == ',' || c == ':').count();
        return json.getBytes(StandardCharsets.UTF_8).length + (int) separators;
    }
}
