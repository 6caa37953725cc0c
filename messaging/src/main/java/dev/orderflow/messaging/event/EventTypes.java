package dev.orderflow.messaging.event;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Every event type that this release knows. Two types with one name or one class stop the start. */
@Singleton
public final class EventTypes {

    private final Map<String, EventType<?>> byName = new HashMap<>();
    private final Map<Class<?>, EventType<?>> byClass = new HashMap<>();

    @Inject
    public EventTypes(@All List<EventTypeSource> sources) {
        sources.forEach(source -> source.eventTypes().forEach(this::add));
    }

    private void add(EventType<?> type) {
        if (byName.putIfAbsent(type.name(), type) != null || byClass.putIfAbsent(type.payload(), type) != null) {
            throw new IllegalStateException("event type registered twice: " + type.name());
        }
    }

    public Optional<EventType<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalArgumentException for a class that no {@link EventTypeSource} names */
    public EventType<?> of(Class<?> payload) {
        var type = byClass.get(payload);
        if (type == null) {
            throw new IllegalArgumentException(payload.getName() + " is not a registered event type");
        }
        return type;
    }

    /** Of that type; of all types together if it is not known. */
    public Set<String> personalFields(String name) {
        return named(name)
                .<Set<String>>map(EventType::personalFields)
                .orElseGet(() -> byName.values().stream()
                        .flatMap(type -> type.personalFields().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public Set<Class<?>> publishedTo(String topic) {
        return publishedTo(topic::equals);
    }

    public Set<Class<?>> publishedTo(Predicate<String> topic) {
        return byName.values().stream()
                .filter(type -> type.topic() != null && topic.test(type.topic()))
                .map(EventType::payload)
                .collect(Collectors.toUnmodifiableSet());
    }
}
