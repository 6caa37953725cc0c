package dev.orderflow.messaging.testing;

import dev.orderflow.messaging.deadletter.DeadLettered;
import dev.orderflow.messaging.event.EventType;
import dev.orderflow.messaging.event.EventTypeSource;
import java.util.Collection;
import java.util.List;

/** The type that messaging's own bean registers in an application. */
record LetterTypes(String topic) implements EventTypeSource {

    @Override
    public Collection<EventType<?>> eventTypes() {
        return List.of(EventType.of("orderflow.messaging.dead-lettered", topic, DeadLettered.class));
    }
}
