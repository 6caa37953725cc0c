package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Published;
import dev.orderflow.devservices.drill.check.Observations.Recorded;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nothing that was committed was not published, nothing was published that was not committed, and nothing overtook. */
final class JournalsMatchTopics implements Invariant {

    @Override
    public String words() {
        return "journals and topics hold the same events, in the same order per key";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        Map<String, Map<String, List<UUID>>> recorded = seen.journals().values().stream()
                .flatMap(List::stream)
                .filter(event -> event.topic() != null)
                .collect(Collectors.groupingBy(
                        Recorded::topic,
                        Collectors.groupingBy(
                                Recorded::key, Collectors.mapping(Recorded::event, Collectors.toList()))));
        TreeSet<String> topics = new TreeSet<>(recorded.keySet());
        topics.addAll(seen.topics().keySet());
        return topics.stream()
                .flatMap(topic -> compared(
                        topic,
                        recorded.getOrDefault(topic, Map.of()),
                        seen.topics().getOrDefault(topic, List.of())));
    }

    private Stream<Violation> compared(String topic, Map<String, List<UUID>> journal, List<Published> published) {
        Map<String, List<UUID>> byKey = published.stream()
                .collect(Collectors.groupingBy(
                        Published::key, Collectors.mapping(Published::event, Collectors.toList())));
        TreeSet<String> keys = new TreeSet<>(journal.keySet());
        keys.addAll(byKey.keySet());
        return keys.stream()
                .flatMap(key -> compared(
                        topic + " " + key,
                        journal.getOrDefault(key, List.of()),
                        byKey.getOrDefault(key, List.of()).stream().distinct().toList()));
    }

    /** @param topic without what came again */
    private Stream<Violation> compared(String subject, List<UUID> journal, List<UUID> topic) {
        if (journal.equals(topic)) {
            return Stream.empty();
        }
        int same = 0;
        while (same < Math.min(journal.size(), topic.size())
                && journal.get(same).equals(topic.get(same))) {
            same++;
        }
        return Stream.of(violation(subject, rest(journal, same), rest(topic, same)));
    }

    private static String rest(List<UUID> events, int same) {
        return events.size() + " events, number " + (same + 1) + " "
                + (same < events.size() ? events.get(same) : "missing");
    }
}
