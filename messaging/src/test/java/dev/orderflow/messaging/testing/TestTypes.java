package dev.orderflow.messaging.testing;

import dev.orderflow.messaging.event.EventType;
import dev.orderflow.messaging.event.EventTypeSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The event types of the tests.
 *
 * @param ticks topic that is read
 * @param echoes topic that is only written
 */
public record TestTypes(String ticks, String echoes) implements EventTypeSource {

    @Override
    public Collection<EventType<?>> eventTypes() {
        return List.of(
                EventType.of("test.ticked", ticks, Ticked.class),
                EventType.of("test.skipped", ticks, Skipped.class),
                new EventType<>("test.noted", 2, ticks, Noted.class, Set.of("email"), List.of(TestTypes::toWords)),
                EventType.of("test.echoed", echoes, Echoed.class),
                EventType.of("test.kept", null, Kept.class));
    }

    private static Map<String, Object> toWords(Map<String, Object> first) {
        var second = new HashMap<>(first);
        second.put("words", List.of(second.remove("word")));
        return second;
    }
}
