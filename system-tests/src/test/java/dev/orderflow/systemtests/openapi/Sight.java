package dev.orderflow.systemtests.openapi;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What can be seen of the state at one moment.
 *
 * @param parts what each part looks like, by its name
 * @param next by service: the number of a transaction that no transaction of before has reached
 */
public record Sight(Map<String, String> parts, Map<String, Long> next) {

    public Sight {
        parts = Map.copyOf(parts);
        next = Map.copyOf(next);
    }

    public boolean looksLike(Sight other) {
        return parts.equals(other.parts);
    }

    /** The names of the parts that look different later. */
    public Set<String> changed(Sight later) {
        var names = new TreeSet<>(parts.keySet());
        names.addAll(later.parts.keySet());
        names.removeIf(name -> Objects.equals(parts.get(name), later.parts.get(name)));
        return names;
    }

    String difference(Sight later) {
        return new TreeMap<>(changed(later).stream()
                        .collect(Collectors.toMap(
                                name -> name, name -> "was " + parts.get(name) + " and is " + later.parts.get(name))))
                .entrySet().stream()
                        .map(part -> part.getKey() + " " + part.getValue())
                        .collect(Collectors.joining(", "));
    }
}
