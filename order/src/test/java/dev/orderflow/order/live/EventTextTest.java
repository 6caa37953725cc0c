package dev.orderflow.order.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderflow.order.application.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTextTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final EventText text = new EventText(new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS));

    @Test
    void namesVersionAndEventAndGivesTheEntryAsItIs() {
        assertThat(text.of(List.of(entry(1, "OrderPlaced", "Placed."), entry(2, "OrderConfirmed", "Paid.")))
                        .toString())
                .isEqualTo("""
                        id: 1
                        event: OrderPlaced
                        data: {"version":1,"at":"2026-03-01T12:00:00Z","service":"order","event":"OrderPlaced","summary":"Placed.","data":{}}

                        id: 2
                        event: OrderConfirmed
                        data: {"version":2,"at":"2026-03-01T12:00:00Z","service":"order","event":"OrderConfirmed","summary":"Paid.","data":{}}

                        """);
    }

    /** A reason that a person wrote may have line breaks, and must not become an event of its own. */
    @Test
    void keepsTheDataInOneLine() {
        var lines = text.of(List.of(entry(1, "OrderClosed", "a\n\nid: 99\r\nevent: Forged")))
                .toString()
                .split("\\R", -1);

        assertThat(lines).hasSize(5).noneMatch(line -> line.equals("id: 99") || line.equals("event: Forged"));
    }

    @Test
    void asksReadersToComeBackOneAfterTheOther() {
        assertThat(EventText.beginning().toString()).matches("retry: [123]\\d{3}\n\n");
    }

    private static TimelineEntry entry(long version, String event, String summary) {
        return new TimelineEntry(version, NOON, "order", event, summary, Map.of());
    }
}
