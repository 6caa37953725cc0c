package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Reader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** After all rebalances: nothing is left without a reader, nothing has two, and no replica stands aside. */
final class ReplicasShareTheWork implements Invariant {

    @Override
    public String words() {
        return "every replica reads, and every partition has one reader per service";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        return seen.readers().stream()
                .collect(Collectors.groupingBy(reader -> reader.group() + " of " + reader.topic()))
                .entrySet()
                .stream()
                .flatMap(each ->
                        judged(each.getKey(), each.getValue(), seen.plan().replicas()));
    }

    private Stream<Violation> judged(String subject, List<Reader> readers, int replicas) {
        List<Integer> given =
                readers.stream().flatMap(reader -> reader.partitions().stream()).toList();
        Set<Integer> distinct = Set.copyOf(given);
        int all = 1 + distinct.stream().mapToInt(Integer::intValue).max().orElse(0);
        return Stream.concat(
                readers.size() == replicas
                        ? Stream.empty()
                        : Stream.of(violation(subject, replicas + " readers", readers.size())),
                given.size() == distinct.size() && distinct.size() == all
                        ? Stream.empty()
                        : Stream.of(violation(subject, "each partition once", given)));
    }
}
