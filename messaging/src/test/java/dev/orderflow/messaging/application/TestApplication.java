package dev.orderflow.messaging.application;

import dev.orderflow.messaging.event.EventType;
import dev.orderflow.messaging.event.EventTypeSource;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.topic.TopicSource;
import dev.orderflow.messaging.topic.TopicSpec;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
        return List.of(topic(TICKS, 3), topic(ECHOES, 3), topic("messaging-test-dead-letters", 1));
    }

    private static TopicSpec topic(String name, int partitions) {
        return new TopicSpec(name, partitions, Optional.empty(), true, TopicSpec.deletedAfter(Duration.ofDays(1)));
    }
}
