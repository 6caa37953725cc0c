package dev.orderflow.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pods of one kind: the labels that a NetworkPolicy finds them by, and where they listen, by a port's name and number. */
record Endpoint(String title, Map<String, String> labels, Map<String, Integer> ports) {

    static Endpoint of(String title, Map<String, String> labels, List<Integer> ports) {
        return new Endpoint(
                title, labels, ports.stream().distinct().collect(Collectors.toMap(String::valueOf, port -> port)));
    }

    /** The number of a port that a policy names; empty if nobody listens there. */
    Optional<Integer> port(String nameOrNumber) {
        return Optional.ofNullable(ports.get(nameOrNumber));
    }
}
