package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.Part;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds parts by name, replicas of any number included. */
record PartNames(Topology topology) {

    private static final Pattern REPLICA = Pattern.compile("([a-z]+)(?:-([2-9]))?");

    Optional<Part> find(String name) {
        return Stream.of(topology.parts(), topology.outsideParties(), List.of(topology.console()))
                .flatMap(List::stream)
                .map(Part.class::cast)
                .filter(part -> part.name().equals(name))
                .findFirst()
                .or(() -> replica(name));
    }

    private Optional<Part> replica(String name) {
        Matcher matcher = REPLICA.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        return Stream.of(Service.values())
                .filter(service -> service.module().equals(matcher.group(1)))
                .findFirst()
                .map(service -> topology.service(service, number));
    }
}
