package dev.orderflow.messaging.testing;

import dev.orderflow.messaging.event.EventType;
import dev.orderflow.messaging.event.EventTypeSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The same types one release later: it knows version 2 of a tick. */
public record NextRelease(String ticks) implements EventTypeSource {

    /** As a publisher of the next release sends it. */
    public static Envelope tick(String counter, long n) {
        return Envelope.of("test.ticked", 2, counter, "{\"counter\":\"%s\",\"n\":%d}".formatted(counter, n));
    }

    @Override
    public Collection<EventType<?>> eventTypes() {
        return List.of(
                new EventType<>("test.ticked", 2, ticks, Ticked.class, Set.of(), List.of(Map::copyOf)),
                EventType.of("test.skipped", ticks, Skipped.class),
                new EventType<>("test.noted", 2, ticks, Noted.class, Set.of("email"), List.of(Map::copyOf)),
                EventType.of("test.echoed", "echoes", Echoed.class),
                EventType.of("test.kept", null, Kept.class));
    }
}
