package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.event.EventType;
import dev.orderflow.messaging.event.EventTypeSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** The one event that messaging itself publishes. */
@Singleton
final class DeadLetterEvents implements EventTypeSource {

    private final MessagingConfig config;

    @Inject
    DeadLetterEvents(MessagingConfig config) {
        this.config = config;
    }

    @Override
    public Collection<EventType<?>> eventTypes() {
        return List.of(EventType.of(
                "orderflow.messaging.dead-lettered", config.service() + "-dead-letters", DeadLettered.class));
    }
}
