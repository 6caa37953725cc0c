package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.drill.AnsweredFigures;
import dev.orderflow.devservices.drill.JournalFigures;
import dev.orderflow.devservices.drill.fault.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Analytics against an independent count over order's journal: all orders of this system, equal to the last digit. */
@ExtendWith(RunningSystem.class)
class AnalyticsIT {

    /** Counting anew included, on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> MILLIS = List.of("p50Millis", "p99Millis", "maxMillis");

    private final TestSystem system = RunningSystem.get();
    private final String customer = "analysed-" + UUID.randomUUID();
    private final Shop shop = new Shop(system, customer);
    private final JournalFigures journal = system.journalFigures();
    private final AnsweredFigures figures = system.answeredFigures();

    @BeforeEach
    void everySortOfEnd() {
        var sku = new Warehouse(system).product(100);
        var ends = new ArrayList<Map.Entry<String, String>>();
        for (int n = 0; n < 4; n++) {
            ends.add(Map.entry(shop.placed(NewOrder.of(sku).times(n + 1)), "DELIVERED"));
            ends.add(Map.entry(shop.placed(NewOrder.of(sku).paidWith("tok_chargeDeclined")), "CANCELLED"));
        }
        ends.add(Map.entry(shop.placed(NewOrder.of(sku).to("00000")), "CANCELLED"));
        var regretted = shop.placed(NewOrder.of(sku).paidWith("tok_slow"));
        shop.cancel(regretted);
        ends.add(Map.entry(regretted, "CANCELLED"));
        ends.forEach(end -> shop.awaitStatus(end.getKey(), end.getValue()));
        var returned = ends.getFirst().getKey();
        shop.giveBack(returned);
        shop.awaitStatus(returned, "RETURNED");
    }

    @Test
    void isEqualToTheLastDigitWhateverComesAgain() {
        awaitEqual();

        publishAgain();
        system.kill("analytics");
        shop.placed(NewOrder.of(new Warehouse(system).product(1)));
        publishAgain();
        system.start("analytics");
        awaitEqual();

        system.recountAnalytics();
        awaitEqual();
    }

    /** Orders of other tests may still be on their way, so both are looked at until they agree. */
    private void awaitEqual() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(figures.minutes()).isNotEmpty().isEqualTo(journal.minutes());
                    assertThat(figures.cancellations()).isNotEmpty().isEqualTo(journal.cancellations());
                    assertThat(figures.sold()).isNotEmpty().isEqualTo(journal.sold());
                    assertThat(figures.pattern(customer))
                            .isEqualTo(journal.patterns().get(customer));
                    fits("placed-confirmed", "placed", "confirmed");
                    fits("placed-delivered", "placed", "delivered");
                    latenciesFit();
                });
    }

    private void latenciesFit() {
        fits("placed-reserved", "placed", "payment-requested");
        fits("reserved-confirmed", "payment-requested", "confirmed");
        fits("confirmed-shipped", "confirmed", "shipped");
        fits("shipped-delivered", "shipped", "delivered");
        fits("cancelled-closed", "cancelled", "closed");
    }

    private void fits(String step, String from, String to) {
        var expected = journal.step(from, to);
        var latency = figures.latency(step);
        assertThat(latency.path("orders").asLong()).as(step).isEqualTo(expected.getFirst());
        for (int figure = 0; figure < MILLIS.size(); figure++) {
            assertIsOfItsBucket(
                    step + " " + MILLIS.get(figure),
                    latency.path(MILLIS.get(figure)).asLong(),
                    expected.get(figure + 1));
        }
    }

    /** Three significant digits are kept, the last of what they stand for is told: up to a 1024th more. */
    private static void assertIsOfItsBucket(String what, long told, long measured) {
        assertThat(told).as(what).isBetween(measured, measured + measured / 1024);
    }

    /** All that is on the topic, once more, in its order: more than any relay repeats. */
    private void publishAgain() {
        var events = new ArrayList<ProducerRecord<byte[], byte[]>>();
        new TopicReader(system.kafkaBootstrap())
                .read(
                        List.of("order-events", "customer-events"),
                        event -> events.add(new ProducerRecord<>(
                                event.topic(), event.partition(), null, event.key(), event.value(), event.headers())));
        Map<String, Object> settings = Map.of("bootstrap.servers", system.kafkaBootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            events.forEach(producer::send);
            producer.flush();
        }
    }
}
