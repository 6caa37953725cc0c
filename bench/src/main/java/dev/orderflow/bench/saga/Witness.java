package dev.orderflow.bench.saga;

import dev.orderflow.devservices.process.Wait;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads {@code order-events} as any other team would, and notes when it saw what had become of an order. */
public final class Witness implements AutoCloseable {

    private static final String TOPIC = "order-events";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofMillis(100);
    /** Longer than any pause of a busy system, shorter than the deadlines of what is lost. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int UNKNOWN_SIZE = 1_000;

    private final Map<String, Long> confirmed = new ConcurrentHashMap<>();
    private final Map<String, Long> delivered = new ConcurrentHashMap<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final LongAdder events = new LongAdder();
    private final LongAdder bytes = new LongAdder();
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

    boolean isCancelled(String order) {
        return cancelled.contains(order);
    }

    boolean hasEnded(String order) {
        return delivered.containsKey(order) || cancelled.contains(order);
    }

    /** Returns when each of them is delivered or cancelled, or when for a minute none of them was. */
    void awaitEnds(Collection<String> orders) {
        Wait.until(new Ending(orders, this::hasEnded, PATIENCE, System::nanoTime), LONGEST, LOOK);
    }

    /** How large an event is on average, without its headers. */
    int meanEventBytes() {
        return events.sum() == 0 ? UNKNOWN_SIZE : (int) (bytes.sum() / events.sum());
    }

    private void read() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
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
        events.increment();
        bytes.add(event.serializedValueSize());
        switch (new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8)) {
            case "orderflow.order.confirmed" -> confirmed.putIfAbsent(event.key(), now);
            case "orderflow.order.delivered" -> delivered.putIfAbsent(event.key(), now);
            case "orderflow.order.cancelled" -> cancelled.add(event.key());
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
