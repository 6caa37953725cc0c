package dev.orderflow.analytics.fleet;

import dev.orderflow.analytics.domain.CustomerPattern;
import dev.orderflow.analytics.domain.Tally;
import dev.orderflow.analytics.streams.LocalStores;
import dev.orderflow.analytics.streams.Stores;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The partitions that this replica counts, as far as they are whole. It reads files: not for an event loop. */
@Singleton
public class LocalState {

    private final LocalStores stores;

    @Inject
    LocalState(LocalStores stores) {
        this.stores = stores;
    }

    /**
     * Of the keys from the first to the last, both included, what the partitions know that are here and whole.
     *
     * @throws dev.orderflow.platform.problem.ProblemException {@code unavailable}
     */
    public Share figures(String first, String last) {
        return asked(() -> {
            var whole = whole(Stores.FIGURES);
            return whole.isEmpty() ? Share.NONE : figures(whole, RangeQuery.withRange(first, last));
        });
    }

    private Share figures(Set<Integer> partitions, RangeQuery<String, Tally> query) {
        var figures = new HashMap<String, Tally>();
        var answers = stores.ask(
                StateQueryRequest.inStore(Stores.FIGURES).withQuery(query).withPartitions(partitions));
        answers.values().forEach(answer -> addAll(figures, answer));
        return new Share(Set.copyOf(answers.keySet()), figures);
    }

    /**
     * @param partition of customers, as the key decides
     * @throws dev.orderflow.platform.problem.ProblemException {@code unavailable}, also if the partition is not here, or
     *     not whole
     */
    CustomerPattern customer(String id, int partition) {
        return asked(() -> {
            if (!whole(Stores.CUSTOMERS).contains(partition)) {
                throw Absent.now("That customer's figures are being counted or moved");
            }
            return pattern(id, partition);
        });
    }

    private CustomerPattern pattern(String id, int partition) {
        var query = KeyQuery.<String, CustomerPattern>withKey(id);
        var answers = stores.ask(
                StateQueryRequest.inStore(Stores.CUSTOMERS).withQuery(query).withPartitions(Set.of(partition)));
        if (!answers.containsKey(partition)) {
            throw Absent.now("That customer's figures are being moved");
        }
        return Optional.ofNullable(answers.get(partition)).orElse(CustomerPattern.NONE);
    }

    private Set<Integer> whole(String store) {
        return stores.whole(store).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static <R> R asked(Supplier<R> question) {
        try {
            return question.get();
        } catch (StreamsException | IllegalStateException notYet) {
            throw Absent.now("The figures are not there yet");
        }
    }

    private static void addAll(Map<String, Tally> figures, KeyValueIterator<String, Tally> answer) {
        try (answer) {
            answer.forEachRemaining(entry -> figures.merge(entry.key, entry.value, Tally::plus));
        }
    }
}
