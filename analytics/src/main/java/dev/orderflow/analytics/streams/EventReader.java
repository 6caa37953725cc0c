package dev.orderflow.analytics.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.analytics.streams.Received.Known;
import dev.orderflow.analytics.streams.Received.Skipped;
import dev.orderflow.contracts.CloudEventHeaders;
import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.EventCatalog;
import dev.orderflow.contracts.EventDescriptor;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;

/** Reads events as the services do: tolerates fields that it does not know, upcasts an older version, refuses a newer one. */
final class EventReader {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final Function<String, Optional<EventDescriptor>> types;
    private final ObjectMapper json;

    EventReader(ObjectMapper json) {
        this(json, EventCatalog::find);
    }

    EventReader(ObjectMapper json, Function<String, Optional<EventDescriptor>> types) {
        this.types = types;
        this.json = json.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** Whatever is wrong with it is an answer, not an exception: one bad record must not stop those behind it. */
    Received read(Headers headers, byte[] value) {
        try {
            String type = text(headers, CloudEventHeaders.TYPE);
            int version = Integer.parseInt(text(headers, CloudEventHeaders.DATA_VERSION));
            var at = Instant.parse(text(headers, CloudEventHeaders.TIME));
            return types.apply(type)
                    .filter(known -> version >= 1 && version <= known.version())
                    .map(known -> read(known, version, at, value))
                    .orElseGet(() -> new Skipped(Ignored.UNKNOWN, type + " version " + version));
        } catch (RuntimeException e) {
            return unreadable(e);
        }
    }

    private Received read(EventDescriptor type, int version, Instant at, byte[] value) {
        try {
            Event event = version == type.version()
                    ? json.readValue(value, type.eventClass())
                    : json.convertValue(type.upcast(json.readValue(value, TREE), version), type.eventClass());
            return new Known(Objects.requireNonNull(event, "JSON null"), at);
        } catch (IOException | RuntimeException e) {
            // Upcasters are other people's code: whatever they throw, the event is what can't be read.
            return unreadable(e);
        }
    }

    /** The kind of failure alone: its message may quote what is personal. */
    private static Received unreadable(Exception e) {
        return new Skipped(Ignored.UNREADABLE, e.getClass().getSimpleName());
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return new String(Objects.requireNonNull(header, name).value(), UTF_8);
    }
}
