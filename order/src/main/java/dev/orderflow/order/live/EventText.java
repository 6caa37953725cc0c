package dev.orderflow.order.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.order.application.TimelineEntry;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Timeline entries as an event stream (WHATWG HTML, 9.2 "Server-sent events"). */
@Singleton
final class EventText {

    static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    private static final int LEAST_RETRY = 1000;
    private static final int MOST_RETRY = 3000;

    private final ObjectMapper json;

    @Inject
    EventText(ObjectMapper json) {
        this.json = json;
    }

    /** When to come back. Drawn, so that the readers of a replica that stops do not return in one moment. */
    static Buffer beginning() {
        int millis = ThreadLocalRandom.current().nextInt(LEAST_RETRY, MOST_RETRY + 1);
        return Buffer.buffer("retry: " + millis + "\n\n");
    }

    Buffer of(List<TimelineEntry> entries) {
        return Buffer.buffer(entries.stream().map(this::event).collect(Collectors.joining()));
    }

    private String event(TimelineEntry entry) {
        return "id: " + entry.version() + "\nevent: " + entry.event() + "\ndata: " + data(entry) + "\n\n";
    }

    /** One line: JSON has its line breaks escaped. */
    private String data(TimelineEntry entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unwritable entry " + entry.event(), e);
        }
    }
}
