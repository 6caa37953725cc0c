package dev.orderflow.contracts;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known about one type of event.
 *
 * @param type {@link EventType#name()}
 * @param version the newest version, the only one that is published
 * @param eventClass the record
 * @param topic where it is published
 * @param upcasters steps from each older version to the next, v1 to v2 first
 * @param personalFields names of the JSON fields marked {@link Personal}
 */
public record EventDescriptor(
        String type,
        int version,
        Class<? extends Event> eventClass,
        Topic topic,
        List<Upcaster> upcasters,
        Set<String> personalFields) {

    public EventDescriptor {
        upcasters = List.copyOf(upcasters);
        personalFields = Set.copyOf(personalFields);
        if (upcasters.size() != version - 1) {
            throw new IllegalArgumentException(
                    type + " v" + version + " needs " + (version - 1) + " upcasters, not " + upcasters.size());
        }
    }

    static EventDescriptor of(Class<? extends Event> eventClass, Topic topic) {
        EventType type = eventClass.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(eventClass.getName() + " has no @EventType");
        }
        List<Upcaster> upcasters = Arrays.stream(type.upcasters())
                .map(EventDescriptor::instantiate)
                .toList();
        return new EventDescriptor(type.name(), type.version(), eventClass, topic, upcasters, personal(eventClass));
    }

    /**
     * Lifts an event's JSON to the newest version; the input is not changed.
     *
     * @throws IllegalArgumentException if the version is below 1 or newer than this build knows
     */
    public Map<String, Object> upcast(Map<String, Object> json, int fromVersion) {
        if (fromVersion < 1 || fromVersion > version) {
            throw new IllegalArgumentException(type + " is known from v1 to v" + version + ", not v" + fromVersion);
        }
        Map<String, Object> newest = json;
        for (Upcaster step : upcasters.subList(fromVersion - 1, upcasters.size())) {
            newest = step.apply(newest);
        }
        return newest;
    }

    private static Upcaster instantiate(Class<? extends Upcaster> upcaster) {
        try {
            return upcaster.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    upcaster.getName() + " needs a public constructor without parameters", e);
        }
    }

    private static Set<String> personal(Class<?> eventClass) {
        return Arrays.stream(eventClass.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Personal.class))
                .map(RecordComponent::getName)
                .collect(toUnmodifiableSet());
    }
}
