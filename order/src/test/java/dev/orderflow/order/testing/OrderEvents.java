package dev.orderflow.order.testing;

import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.Topics;
import dev.orderflow.devservices.testing.EmbeddedParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears what order publishes, from the start of the topic. */
public final class OrderEvents implements AutoCloseable {

    private final List<Event> heard = new ArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap()),
            new StringDeserializer(),
            new ByteArrayDeserializer());

    public OrderEvents() {
        var partitions = consumer.partitionsFor(Topics.ORDER_EVENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until the order's newest event is of this class; answers all events of the order. */
    public List<Event> until(UUID order, Class<? extends Event> newest) {
        return await(newest.getSimpleName())
                .atMost(Duration.ofSeconds(60))
                .until(() -> of(order), events -> !events.isEmpty() && newest.isInstance(events.getLast()));
    }

    private List<Event> of(UUID order) {
        consumer.poll(Duration.ofMillis(50)).forEach(record -> heard.add(Wire.event(record)));
        return heard.stream()
                .filter(event -> event.key().equals(order.toString()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
