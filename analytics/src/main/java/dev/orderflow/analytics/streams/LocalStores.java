package dev.orderflow.analytics.streams;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of the partitions that this replica counts. It reads files: not for an event loop. Before the streams run, and
 * when they have ended, a question is a {@link org.apache.kafka.streams.errors.StreamsException} or an
 * {@link IllegalStateException}.
 *
 * <p>Not by {@link KafkaStreams#query}: it locks a store's position and then the store, and a put the store and then its
 * position, so that one that meets a put stops the counting for ever (seen with Kafka 4.1 and RocksDB).
 */
@Singleton
public class LocalStores {

    private final KafkaStreams streams;

    @Inject
    LocalStores(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * By partition, of those that are here and restored.
     *
     * @param question never answers null
     */
    public <V, R> Map<Integer, R> ask(
            String store, Collection<Integer> partitions, Function<ReadOnlyKeyValueStore<String, V>, R> question) {
        var answers = new HashMap<Integer, R>();
        for (int partition : partitions) {
            try {
                answers.put(partition, question.apply(at(store, partition)));
            } catch (InvalidStateStoreException elsewhere) {
                // It is being moved, or restored.
            }
        }
        return answers;
    }

    private <V> ReadOnlyKeyValueStore<String, V> at(String store, int partition) {
        var type = QueryableStoreTypes.<String, V>keyValueStore();
        return streams.store(StoreQueryParameters.fromNameAndType(store, type).withPartition(partition));
    }

    /** By partition, of those that are here and restored: whether everything is in it that there was when counting began. */
    public Map<Integer, Boolean> whole(String store) {
        return ask(store, partitions(), marked -> marked.get(Whole.KEY) != null);
    }

    private Set<Integer> partitions() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(task -> task.taskId().partition())
                .collect(toSet());
    }
}
