package dev.orderflow.systemtests;

import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What has reached Kafka. */
final class Topics {

    private final TestSystem system;

    Topics(TestSystem system) {
        this.system = system;
    }

    /** Keys of a topic's events of this type, as far as they speak of this text; from the first to now. */
    Set<String> keys(String topic, String type, String text) {
        var settings = Map.<String, Object>of("bootstrap.servers", system.kafkaBootstrap());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .collect(toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions), type, text);
        }
    }

    private static Set<String> read(
            KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends, String type, String text) {
        var keys = new HashSet<String>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                if (type(record).equals(type) && record.value().contains(text)) {
                    keys.add(record.key());
                }
            }
        }
        return keys;
    }

    private static String type(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }
}
