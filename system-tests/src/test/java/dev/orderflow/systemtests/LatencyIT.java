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
 * How long a shop waits at a steady rate: for the answer, and from its send until OrderConfirmed is on the topic. Open
 * loop: each send has its planned moment, and latencies count from there, so that a stall is not left out.
 */
@Tag("nightly")
@ExtendWith(RunningSystem.class)
class LatencyIT {

    private static final int WARM_UP_SECONDS = 40;
    private static final int MEASURED_SECONDS = 30;

    private final TestSystem system = RunningSystem.get();
    private final Map<String, Long> plannedAt = new ConcurrentHashMap<>();
    private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();
    private final Map<String, Long> confirmedAt = new ConcurrentHashMap<>();

    @Test
    void confirmsWithinTensOfMillisecondsAtTenASecond() throws Exception {
        measure(10);

        assertThat(percentile(latencies(answeredAt), 50)).as("POST, p50, µs").isLessThan(50_000);
        assertThat(percentile(latencies(confirmedAt), 50))
                .as("OrderConfirmed, p50, µs")
                .isLessThan(200_000);
    }

    @Test
    void confirmsWithinAQuarterOfASecondAtFiftyASecond() throws Exception {
        measure(50);

        assertThat(percentile(latencies(confirmedAt), 50))
                .as("OrderConfirmed, p50, µs")
                .isLessThan(250_000);
    }

    /** Returns when each of the measured orders is confirmed. */
    private void measure(int perSecond) throws Exception {
        var sku = new Warehouse(system).product(perSecond * (WARM_UP_SECONDS + MEASURED_SECONDS));
        try (var listener = new Confirmations()) {
            send(sku, perSecond, WARM_UP_SECONDS);
            plannedAt.clear();
            answeredAt.clear();
            send(sku, perSecond, MEASURED_SECONDS);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> confirmedAt.keySet().containsAll(plannedAt.keySet()));
        }
        report("POST answered", answeredAt, perSecond);
        report("OrderConfirmed on the topic", confirmedAt, perSecond);
    }

    private void send(String sku, int perSecond, int seconds) throws InterruptedException {
        var shop = new Shop(system, "steady-" + UUID.randomUUID());
        var begin = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < perSecond * seconds; n++) {
                var planned = begin + n * (1_000_000_000L / perSecond);
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

    private void report(String what, Map<String, Long> until, int perSecond) {
        var sorted = latencies(until);
        System.out.printf(
                "%s: p50 %.1f ms, p99 %.1f ms, max %.1f ms (%d orders at %d/s)%n",
                what,
                percentile(sorted, 50) / 1e3,
                percentile(sorted, 99) / 1e3,
                sorted.getLast() / 1e3,
                sorted.size(),
                perSecond);
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
