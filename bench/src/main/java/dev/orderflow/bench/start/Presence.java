package dev.orderflow.bench.start;

import dev.orderflow.devservices.system.Service;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which services can be run from a packaging: a binary is there only of those of which somebody has built one. */
record Presence(List<Service> built, List<Service> missing) {

    static Presence of(List<Service> services, Predicate<Service> isBuilt) {
        var parts = services.stream().collect(Collectors.partitioningBy(isBuilt));
        return new Presence(parts.get(true), parts.get(false));
    }

    /** What is missing, with commas between; empty if nothing is. */
    String notBuilt() {
        return missing.stream().map(Service::module).collect(Collectors.joining(", "));
    }
}
