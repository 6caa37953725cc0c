package dev.orderflow.analytics.streams;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks at topics as a group would read on in them, without being its member: it joins nothing and commits nothing. For one
 * thread. What the broker can't answer is a {@link org.apache.kafka.common.KafkaException}.
 */
final class GroupReader implements AutoCloseable {

    private static final Duration A_LOOK = Duration.ofSeconds(1);

    /** A look tells whether there is a record, not which. */
    private static final Map<String, Object> LOOKING = Map.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            1,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            16 * 1024);

    private final Map<String, Object> settings = new HashMap<>();
    private final Consumer<byte[], byte[]> reader;

    /** @param connection of a consumer; what else it has is replaced where it matters */
    GroupReader(String group, Map<String, Object> connection) {
        settings.putAll(connection);
        settings.putAll(LOOKING);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        this.reader = consumer(IsolationLevel.READ_COMMITTED);
    }

    /**
     * Behind what there is by now, also behind what is not committed yet.
     *
     * @return for those partitions that hold something; empty as well while one of the topics is not there
     */
    Backlog backlog(Collection<String> topics) {
        try (var all = consumer(IsolationLevel.READ_UNCOMMITTED)) {
            var partitions =
                    topics.stream().map(topic -> partitions(all, topic)).toList();
            var known = partitions.stream().flatMap(List::stream).toList();
            var begins = all.beginningOffsets(known);
            var ends = all.endOffsets(known).entrySet().stream()
                    .filter(end -> begins.get(end.getKey()) < end.getValue())
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
            return new Backlog(partitions.stream().noneMatch(List::isEmpty), ends);
        }
    }

    /**
     * Whether nothing is left before that end for the group. A control record, and what is no longer kept, is nothing to
     * read, and a group does not always commit that it is past it.
     */
    boolean hasRead(TopicPartition partition, long end) {
        var committed = reader.committed(Set.of(partition)).get(partition);
        return committed != null && committed.offset() >= end || isNothingLeft(partition, committed, end);
    }

    private boolean isNothingLeft(TopicPartition partition, OffsetAndMetadata committed, long end) {
        reader.assign(List.of(partition));
        if (committed == null) {
            reader.seekToBeginning(List.of(partition));
        } else {
            reader.seek(partition, committed);
        }
        return reader.poll(A_LOOK).isEmpty() && reader.position(partition) >= end;
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        var its = new HashMap<>(settings);
        var level = isolation.name().toLowerCase(Locale.ROOT);
        its.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, level);
        its.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.get(ConsumerConfig.GROUP_ID_CONFIG) + "-" + level);
        return new KafkaConsumer<>(its, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        reader.close();
    }
}
