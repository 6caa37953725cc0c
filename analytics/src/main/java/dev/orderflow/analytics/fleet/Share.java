package dev.orderflow.analytics.fleet;

import dev.orderflow.analytics.domain.Tally;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What some partitions know of some figures.
 *
 * @param partitions which, so that whoever adds shares up sees whether one is missing
 * @param figures by key
 */
@RegisterForReflection
public record Share(Set<Integer> partitions, Map<String, Tally> figures) {

    static final Share NONE = new Share(Set.of(), Map.of());

    /** Empty if both have a partition: one of them has lost it, and does not know yet. */
    Optional<Share> plus(Share other) {
        if (other.partitions.stream().anyMatch(partitions::contains)) {
            return Optional.empty();
        }
        var all = new TreeSet<>(partitions);
        all.addAll(other.partitions);
        var sums = new HashMap<>(figures);
        other.figures.forEach((key, tally) -> sums.merge(key, tally, Tally::plus));
        return Optional.of(new Share(all, sums));
    }
}
