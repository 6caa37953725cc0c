package dev.orderflow.systemtests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topics as another team would, from their beginning to their end. */
final class OutsideReader {

    private static final List<String> TOPICS = List.of(
            "order-events",
            "inventory-events",
            "product-events",
            "payment-events",
            "shipping-events",
            "user-notifications");

    private final Map<String, Object> settings;

    OutsideReader(TestSystem system) {
        this.settings = Map.of("bootstrap.servers", system.kafkaBootstrap());
    }

    /** What was published with these keys so far. */
    List<PublishedEvent> eventsOf(Set<String> keys) {
        var found = new ArrayList<PublishedEvent>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var kafka : consumer.poll(Duration.ofMillis(200))) {
                    if (keys.contains(kafka.key())) {
                        found.add(new PublishedEvent(kafka));
                    }
                }
            }
        }
        return found;
    }
}
