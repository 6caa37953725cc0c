package dev.orderflow.devservices.drill.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes events once more as they were: same key, same headers, same partition. Only when and where differ. */
public final class Republisher {

    /** Where sagas happen; what nobody reads need not be repeated, and a state topic has its own rule. */
    private static final List<String> TOPICS =
            List.of("order-events", "inventory-events", "payment-events", "shipping-events");

    private final String bootstrap;
    private final Random random;
    private final Set<Place> repeated = ConcurrentHashMap.newKeySet();

    Republisher(String bootstrap, long seed) {
        this.bootstrap = bootstrap;
        this.random = new Random(seed);
    }

    /** Returns when the broker has them. */
    int republish(int events, Duration late) throws InterruptedException, ExecutionException {
        List<ConsumerRecord<byte[], byte[]>> chosen =
                choose(events, Instant.now().minus(late).toEpochMilli());
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 5);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<byte[], byte[]> event : chosen) {
                RecordMetadata sent = producer.send(again(event)).get();
                repeated.add(new Place(sent.topic(), sent.partition(), sent.offset()));
            }
        }
        return chosen.size();
    }

    /** Where the repetitions stand. */
    public Set<Place> repeated() {
        return Set.copyOf(repeated);
    }

    /** Any event has the same chance (reservoir sampling), and no more are kept than are wanted. */
    private List<ConsumerRecord<byte[], byte[]>> choose(int events, long notAfter) {
        List<ConsumerRecord<byte[], byte[]>> chosen = new ArrayList<>();
        int[] seen = {0};
        new TopicReader(bootstrap).read(TOPICS, event -> {
            if (event.timestamp() <= notAfter) {
                keep(event, chosen, events, seen[0]++);
            }
        });
        return chosen;
    }

    private void keep(
            ConsumerRecord<byte[], byte[]> event, List<ConsumerRecord<byte[], byte[]>> chosen, int events, int before) {
        if (before < events) {
            chosen.add(event);
            return;
        }
        int place = random.nextInt(before + 1);
        if (place < events) {
            chosen.set(place, event);
        }
    }

    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> event) {
        return new ProducerRecord<>(
                event.topic(), event.partition(), null, event.key(), event.value(), event.headers());
    }
}
