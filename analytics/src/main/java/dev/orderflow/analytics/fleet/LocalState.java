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
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

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
            var figures = new HashMap<String, Tally>();
            var answers = stores.<Tally, Map<String, Tally>>ask(
                    Stores.FIGURES, whole(Stores.FIGURES), store -> between(store, first, last));
            answers.values().forEach(share -> share.forEach((key, tally) -> figures.merge(key, tally, Tally::plus)));
            return answers.isEmpty() ? Share.NONE : new Share(Set.copyOf(answers.keySet()), figures);
        });
    }

    private static Map<String, Tally> between(ReadOnlyKeyValueStore<String, Tally> store, String first, String last) {
        var figures = new HashMap<String, Tally>();
        try (var range = store.range(first, last)) {
            range.forEachRemaining(entry -> figures.put(entry.key, entry.value));
        }
        return figures;
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
        var answers = stores.<CustomerPattern, Optional<CustomerPattern>>ask(
                Stores.CUSTOMERS, Set.of(partition), store -> Optional.ofNullable(store.get(id)));
        if (!answers.containsKey(partition)) {
            throw Absent.now("That customer's figures are being moved");
        }
        return answers.get(partition).orElse(CustomerPattern.NONE);
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
}
