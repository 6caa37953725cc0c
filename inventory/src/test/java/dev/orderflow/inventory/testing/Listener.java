package dev.orderflow.inventory.testing;

import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.Event;
import dev.orderflow.devservices.testing.EmbeddedParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears everything on some topics, from their start. */
public final class Listener implements AutoCloseable {

    private final List<Event> heard = new ArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap()),
            new StringDeserializer(),
            new ByteArrayDeserializer());

    public Listener(String... topics) {
        var partitions = Arrays.stream(topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until so many events of that kind were heard; answers all that were heard, each key in its order. */
    public List<Event> awaitEvents(int count, Predicate<Event> kind) {
        await().atMost(Duration.ofSeconds(60)).until(() -> heard(kind).size() >= count);
        return heard(kind);
    }

    public List<Event> awaitEvents(int count, String key) {
        return awaitEvents(count, event -> event.key().equals(key));
    }

    private List<Event> heard(Predicate<Event> kind) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> heard.add(Wire.event(record)));
        return heard.stream().filter(kind).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
