package dev.orderflow.messaging.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.Settings;
import dev.orderflow.messaging.testing.Topic;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaPublisherIT {

    private static final UUID ID = UUID.fromString("0190f4d8-0000-7000-8000-000000000001");

    private final Vertx vertx = Vertx.vertx();
    private final Topic topic = Topic.create("ticks", 1);
    private final KafkaPublisher publisher = new KafkaPublisher(
            new io.vertx.mutiny.core.Vertx(vertx),
            Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap()),
            Settings.of());

    @AfterEach
    void close() {
        publisher.closeWithoutFlushing();
        vertx.close();
    }

    @Test
    void writesCloudEventsInBinaryMode() {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        EventLoop.await(EventLoop.start(vertx, () -> publisher.publish(List.of(row(Cause.trace(trace))))));

        var record = topic.read(1).getFirst();
        assertThat(record.key()).isEqualTo("a");
        assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"n\": 1}");
        assertThat(headers(record))
                .isEqualTo(new TreeMap<>(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", ID.toString(),
                        "ce_type", "test.ticked",
                        "ce_source", "/orderflow/test",
                        "ce_subject", "a",
                        "ce_time", "2026-01-02T03:04:05Z",
                        "ce_dataversion", "1",
                        "content-type", "application/json",
                        "traceparent", trace)));
    }

    /** Acks arrive on the producer's thread; the database work that follows must not. */
    @Test
    void comesBackToTheContextOfItsCaller() {
        List<Context> contexts = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();

        EventLoop.await(EventLoop.start(vertx, () -> {
            contexts.add(Vertx.currentContext());
            threads.add(Thread.currentThread());
            return publisher.publish(List.of(row(Cause.trace(null)))).invoke(() -> {
                contexts.add(Vertx.currentContext());
                threads.add(Thread.currentThread());
            });
        }));

        assertThat(contexts.getLast()).isNotNull().isSameAs(contexts.getFirst());
        assertThat(threads.getLast()).isSameAs(threads.getFirst());
    }

    @Test
    void comesBackToTheContextOfItsCallerAfterAFailureToo() {
        List<Thread> threads = new ArrayList<>();
        var tooLarge = "x".repeat(2_000_000);
        var row = new JournalRow(
                1, ID, topic.name(), "a", 1, "test.ticked", 1, tooLarge, Cause.trace(null), Instant.EPOCH);

        EventLoop.await(EventLoop.start(vertx, () -> {
            threads.add(Thread.currentThread());
            return publisher.publish(List.of(row)).onFailure().recoverWithItem(failure -> {
                threads.add(Thread.currentThread());
                return null;
            });
        }));

        assertThat(threads).hasSize(2);
        assertThat(threads.getLast()).isSameAs(threads.getFirst());
    }

    @Test
    void sendsAgainAfterItWasAbandoned() {
        EventLoop.await(EventLoop.start(vertx, publisher::abandon));
        EventLoop.await(EventLoop.start(vertx, () -> publisher.publish(List.of(row(Cause.trace(null))))));
        EventLoop.await(EventLoop.start(vertx, publisher::abandon));
        EventLoop.await(EventLoop.start(vertx, () -> publisher.publish(List.of(row(Cause.trace(null))))));

        assertThat(topic.read(2)).hasSize(2);
    }

    /** Its lease is over by the time that it gets a thread. */
    @Test
    void sendsNothingThatWasAbandonedBeforeItsTurn() throws Exception {
        var asked = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        var outcome = EventLoop.start(vertx, () -> {
            Vertx.currentContext().executeBlocking(() -> free.await(30, TimeUnit.SECONDS));
            var sending = publisher.publish(List.of(row(Cause.trace(null))));
            asked.countDown();
            return sending;
        });
        asked.await(30, TimeUnit.SECONDS);
        publisher.closeWithoutFlushing();
        free.countDown();

        assertThatThrownBy(() -> EventLoop.await(outcome)).isInstanceOf(IllegalStateException.class);
        assertThat(topic.count()).isZero();
    }

    private JournalRow row(Cause cause) {
        return new JournalRow(
                1,
                ID,
                topic.name(),
                "a",
                1,
                "test.ticked",
                1,
                "{\"n\": 1}",
                cause,
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
