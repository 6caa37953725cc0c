package dev.orderflow.analytics.fleet;

import dev.orderflow.analytics.domain.CustomerPattern;
import dev.orderflow.analytics.domain.Tally;
import dev.orderflow.analytics.streams.Stores;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The partitions that this replica counts. It reads files: not for an event loop. */
@Singleton
public class LocalState {

    private final KafkaStreams streams;

    @Inject
    LocalState(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Of the keys from the first to the last, both included, what the partitions know that are here and complete.
     *
     * @throws dev.orderflow.platform.problem.ProblemException {@code unavailable}
     */
    public Share figures(String first, String last) {
        var query = RangeQuery.<String, Tally>withRange(first, last);
        var figures = new HashMap<String, Tally>();
        var answers =
                ask(StateQueryRequest.inStore(Stores.FIGURES).withQuery(query).requireActive());
        answers.values().forEach(answer -> addAll(figures, answer));
        return new Share(Set.copyOf(answers.keySet()), figures);
    }

    /**
     * @param partition of customers, as the key decides
     * @throws dev.orderflow.platform.problem.ProblemException {@code unavailable}, also if the partition is not here
     */
    CustomerPattern customer(String id, int partition) {
        var query = KeyQuery.<String, CustomerPattern>withKey(id);
        var answers = ask(StateQueryRequest.inStore(Stores.CUSTOMERS)
                .withQuery(query)
                .withPartitions(Set.of(partition))
                .requireActive());
        if (!answers.containsKey(partition)) {
            throw Absent.now("That customer's figures are being moved");
        }
        return Optional.ofNullable(answers.get(partition)).orElse(CustomerPattern.NONE);
    }

    /** The results of those partitions that have one. */
    private <R> Map<Integer, R> ask(StateQueryRequest<R> question) {
        try {
            var answers = new HashMap<Integer, R>();
            streams.query(question).getPartitionResults().forEach((partition, answer) -> {
                if (answer.isSuccess()) {
                    answers.put(partition, answer.getResult());
                }
            });
            return answers;
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
