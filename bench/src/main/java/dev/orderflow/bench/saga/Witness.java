package dev.orderflow.bench.saga;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads {@code order-events} as any other team would, and notes when it saw an order confirmed and delivered. */
public final class Witness implements AutoCloseable {

    private static final String TOPIC = "order-events";
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Long> confirmed = new ConcurrentHashMap<>();
    private final Map<String, Long> delivered = new ConcurrentHashMap<>();
    private final CountDownLatch reading = new CountDownLatch(1);
    private final String bootstrap;
    private final Thread thread;
    private volatile boolean ended;

    private Witness(String bootstrap) {
        this.bootstrap = bootstrap;
        this.thread = Thread.ofPlatform().name("witness").start(this::read);
    }

    /** Sees all that is published from the return of this on. */
    public static Witness at(String bootstrap) throws InterruptedException {
        var witness = new Witness(bootstrap);
        witness.reading.await();
        return witness;
    }

    /** When each order was seen confirmed, by {@link System#nanoTime}. */
    public Map<String, Long> confirmed() {
        return confirmed;
    }

    /** When each order was seen delivered, by {@link System#nanoTime}. */
    public Map<String, Long> delivered() {
        return delivered;
    }

    private void read() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "fetch.max.wait.ms", 10, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            reading.countDown();
            while (!ended) {
                consumer.poll(POLL).forEach(this::note);
            }
        }
    }

    private void note(ConsumerRecord<String, byte[]> event) {
        long now = System.nanoTime();
        switch (new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8)) {
            case "orderflow.order.confirmed" -> confirmed.putIfAbsent(event.key(), now);
            case "orderflow.order.delivered" -> delivered.putIfAbsent(event.key(), now);
            default -> {}
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
