package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long a shop waits at a steady 50 orders a second: for the answer, and from its send until OrderConfirmed is on the
 * topic. Open loop: each send has its planned moment, and latencies count from there, so that a stall is not left out.
 */
@Tag("nightly")
@ExtendWith(RunningSystem.class)
class LatencyIT {

    private static final int PER_SECOND = 50;
    private static final int WARM_UP = 50 * 20;
    private static final int MEASURED = 50 * 30;

    private final TestSystem system = RunningSystem.get();
    private final Map<String, Long> plannedAt = new ConcurrentHashMap<>();
    private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();
    private final Map<String, Long> confirmedAt = new ConcurrentHashMap<>();

    @Test
    void confirmsWithinAFewTensOfMilliseconds() throws Exception {
        var sku = new Warehouse(system).product(WARM_UP + MEASURED);
        try (var listener = new Confirmations()) {
            send(sku, WARM_UP);
            plannedAt.clear();
            answeredAt.clear();
            send(sku, MEASURED);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> confirmedAt.keySet().containsAll(plannedAt.keySet()));
        }
        report("POST answered", answeredAt);
        report("OrderConfirmed on the topic", confirmedAt);
        assertThat(percentile(latencies(confirmedAt), 50)).as("p50, µs").isLessThan(250_000);
    }

    private void send(String sku, int count) throws InterruptedException {
        var shop = new Shop(system, "steady-" + UUID.randomUUID());
        var begin = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < count; n++) {
                var planned = begin + n * (1_000_000_000L / PER_SECOND);
                TimeUnit.NANOSECONDS.sleep(planned - System.nanoTime());
                senders.submit(() -> place(shop, sku, planned));
            }
        }
    }

    private void place(Shop shop, String sku, long planned) {
        var answer = shop.place(NewOrder.of(sku), UUID.randomUUID().toString());
        var answered = System.nanoTime();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var id = answer.json().get("id").asText();
        answeredAt.put(id, answered);
        plannedAt.put(id, planned);
    }

    private List<Long> latencies(Map<String, Long> until) {
        return plannedAt.entrySet().stream()
                .map(order -> (until.get(order.getKey()) - order.getValue()) / 1_000)
                .sorted()
                .toList();
    }

    private static long percentile(List<Long> sorted, double percent) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * percent / 100)));
    }

    private void report(String what, Map<String, Long> until) {
        var sorted = latencies(until);
        System.out.printf(
                "%s: p50 %.1f ms, p99 %.1f ms, max %.1f ms (%d orders at %d/s)%n",
                what,
                percentile(sorted, 50) / 1e3,
                percentile(sorted, 99) / 1e3,
                sorted.getLast() / 1e3,
                sorted.size(),
                PER_SECOND);
    }

    /** Reads order-events from now on, in a thread of its own. */
    private final class Confirmations implements AutoCloseable {

        private final AtomicBoolean running = new AtomicBoolean(true);
        private final Thread thread;

        Confirmations() {
            var ready = new AtomicBoolean();
            thread = Thread.ofPlatform().start(() -> read(ready));
            await().atMost(Duration.ofSeconds(30)).untilTrue(ready);
        }

        private void read(AtomicBoolean ready) {
            var settings =
                    Map.<String, Object>of("bootstrap.servers", system.kafkaBootstrap(), "fetch.max.wait.ms", 10);
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                var partitions = consumer.partitionsFor("order-events").stream()
                        .map(each -> new org.apache.kafka.common.TopicPartition(each.topic(), each.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToEnd(partitions);
                partitions.forEach(consumer::position);
                ready.set(true);
                while (running.get()) {
                    consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                        var type = new String(
                                record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                        if (type.equals("orderflow.order.confirmed")) {
                            confirmedAt.putIfAbsent(record.key(), System.nanoTime());
                        }
                    });
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            running.set(false);
            thread.join();
        }
    }
}
