package dev.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.client.ServerSentEvents.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {

    private final ServerSentEvents events = new ServerSentEvents();

    @Test
    void anEventEndsWithAnEmptyLine() {
        assertThat(all("id: 1\nevent: A\ndata: {}\n\nid:2\ndata:{ }\n\n"))
                .containsExactly(new Event("1", "{}\n"), new Event("2", "{ }\n"));
    }

    @Test
    void dataMayHaveManyLines() {
        assertThat(all("id: 1\ndata: a\ndata: b\n\n")).containsExactly(new Event("1", "a\nb\n"));
    }

    @Test
    void commentsAndWhatIsUnknownAreNoEvents() {
        assertThat(all(": alive\n\nunknown: x\n\nid\n\n")).isEmpty();
    }

    @Test
    void anEventWithoutAnIdKeepsTheLastOne() {
        assertThat(all("id: 7\ndata: a\n\ndata: b\n\n")).extracting(Event::id).containsExactly("7", "7");
    }

    @Test
    void halfAnEventIsNone() {
        assertThat(all("id: 1\ndata: a\n")).isEmpty();
    }

    @Test
    void theServiceSaysWhenToComeBack() {
        all("retry: 1732\n\n");

        assertThat(events.pause()).hasMillis(1732);

        all("retry: soon\n\n");

        assertThat(events.pause()).hasMillis(1732);
    }

    private List<Event> all(String text) {
        var found = new ArrayList<Event>();
        text.lines().forEach(line -> events.take(line).ifPresent(found::add));
        return found;
    }
}
