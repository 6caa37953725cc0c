package dev.orderflow.messaging.relay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fired when events were on their way and the lease was not this process's any more, or nobody could tell: one that was
 * frozen flushes on waking what its producer held, and its successor may have published newer events of the same keys
 * before. Where every event counts, those are duplicates. An owner of a compacted topic answers by appending the present state of these keys
 * once more, for whoever publishes now: else the older state stays the last one. The producer has been closed before.
 *
 * @param keys by topic: those of the events that were not acknowledged
 */
public record LeaseLost(long epoch, Map<String, Set<String>> keys) implements LeaseChange {

    static LeaseLost with(Lease lease, List<JournalRow> unsettled) {
        return new LeaseLost(
                lease.epoch(),
                unsettled.stream()
                        .collect(groupingBy(JournalRow::topic, mapping(JournalRow::key, toUnmodifiableSet()))));
    }

    public Set<String> keysOf(String topic) {
        return keys.getOrDefault(topic, Set.of());
    }
}
