package dev.orderflow.messaging.application;

import dev.orderflow.messaging.event.EventType;
import dev.orderflow.messaging.event.EventTypeSource;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.topic.TopicSource;
import dev.orderflow.messaging.topic.TopicSpec;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** What a service tells messaging about itself. */
@Singleton
class TestApplication implements EventTypeSource, TopicSource {

    static final String TICKS = "ticks";
    static final String ECHOES = "echoes";

    @Override
    public Collection<EventType<?>> eventTypes() {
        return new TestTypes(TICKS, ECHOES).eventTypes();
    }

    @Override
    public Collection<TopicSpec> topics() {
        return List.of(
                new TopicSpec(TICKS, 3, false),
                new TopicSpec(ECHOES, 3, false),
                new TopicSpec("messaging-test-dead-letters", 1, false));
    }
}
