package dev.orderflow.analytics.streams;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.StateQueryRequest;

/**
 * The stores of the partitions that this replica counts. It reads files: not for an event loop. Before the streams run, and
 * when they have ended, a question is a {@link org.apache.kafka.streams.errors.StreamsException} or an
 * {@link IllegalStateException}.
 */
@Singleton
public class LocalStores {

    private final KafkaStreams streams;

    @Inject
    LocalStores(KafkaStreams streams) {
        this.streams = streams;
    }

    /** By partition, of those that are here and restored; null where a key has no value. */
    public <R> Map<Integer, R> ask(StateQueryRequest<R> question) {
        var answers = new HashMap<Integer, R>();
        streams.query(question.requireActive()).getPartitionResults().forEach((partition, answer) -> {
            if (answer.isSuccess()) {
                answers.put(partition, answer.getResult());
            }
        });
        return answers;
    }

    /** By partition, of those that are here and restored: whether everything is in it that there was when counting began. */
    public Map<Integer, Boolean> whole(String store) {
        var marks = ask(StateQueryRequest.inStore(store).withQuery(KeyQuery.withKey(Whole.KEY)));
        return marks.keySet().stream()
                .collect(toMap(partition -> partition, partition -> marks.get(partition) != null));
    }
}
