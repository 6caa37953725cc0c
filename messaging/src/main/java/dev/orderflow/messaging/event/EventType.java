package dev.orderflow.messaging.event;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What messaging must know of one kind of event.
 *
 * @param name stable logical name, the CloudEvents {@code type}
 * @param version version that this release writes; older ones are upcast before a handler sees them
 * @param topic where it is published, or null for an event that stays in its owner's journal
 * @param payload the class that it is read into
 * @param personalFields top-level fields that are stored apart from the event, so that they can be erased
 * @param upcasters pure steps over the JSON tree, in order: the first makes version 2 of version 1, and so on
 */
public record EventType<E>(
        String name,
        int version,
        String topic,
        Class<E> payload,
        Set<String> personalFields,
        List<UnaryOperator<Map<String, Object>>> upcasters) {

    public EventType {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(payload, "payload");
        personalFields = Set.copyOf(personalFields);
        upcasters = List.copyOf(upcasters);
        if (upcasters.size() != version - 1) {
            throw new IllegalArgumentException("%s is at version %d and needs %d upcasters, not %d"
                    .formatted(name, version, version - 1, upcasters.size()));
        }
    }

    /** An event without personal data that was never changed. */
    public static <E> EventType<E> of(String name, String topic, Class<E> payload) {
        return new EventType<>(name, 1, topic, payload, Set.of(), List.of());
    }
}
