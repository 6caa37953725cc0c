package dev.orderflow.messaging.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.trace.EventSpans;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends journal rows and waits for every acknowledgement (idempotent producer, acks=all, no limit on delivery time).
 *
 * <p>After any failed send the producer is closed without flushing, and the next call makes a new one: what the old one
 * still held can't appear behind events that are sent later, so a later event of a key never overtakes an earlier one.
 */
@ApplicationScoped
class KafkaPublisher {

    /** So that what one poll has for a partition goes in one request. */
    private static final int BATCH_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final Map<String, Object> settings;
    private final CloudEvent cloudEvent;
    private Producer<String, byte[]> producer;
    /** How often the publisher was abandoned: what waited for a thread meanwhile sends nothing. */
    private final AtomicInteger lives = new AtomicInteger();

    @Inject
    KafkaPublisher(
            Vertx vertx, @Identifier("default-kafka-broker") Map<String, Object> broker, MessagingConfig config) {
        this.vertx = vertx;
        this.settings = settings(broker, config.service());
        this.cloudEvent = new CloudEvent(config.service());
    }

    private static Map<String, Object> settings(Map<String, Object> broker, String service) {
        var settings = new HashMap<>(broker);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        // One request at a time: behind a refused one nothing may be under way already.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        return settings;
    }

    /** Fails if one of them was not acknowledged; any of them may have arrived all the same. */
    Uni<Void> publish(List<JournalRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var spans = new EventSpans();
        var traced = rows.stream().map(row -> traced(row, spans)).toList();
        int life = lives.get();
        // send() blocks while it waits for metadata, so it must not run on the event loop.
        return spans.during(vertx.executeBlocking(() -> sendAll(traced, life))
                .chain(this::acknowledged)
                .onFailure()
                .call(this::abandon));
    }

    /** Its readers go on from the span of its publishing, which lasts until the broker has acknowledged. */
    private static JournalRow traced(JournalRow row, EventSpans spans) {
        var about = new EventSpans.About(row.key(), row.eventId(), row.cause().traceparent());
        return row.inTrace(spans.start(SpanKind.PRODUCER, "publish " + row.type(), about));
    }

    /** Acknowledgements arrive on the producer's thread; what follows belongs to the caller's event loop. */
    private Uni<Void> acknowledged(CompletableFuture<Void> sent) {
        var context = io.vertx.core.Vertx.currentContext();
        return Uni.createFrom().completionStage(sent).emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private CompletableFuture<Void> sendAll(List<JournalRow> rows, int life) {
        return Sending.of(producer(life), rows.stream().map(this::record).toList());
    }

    private synchronized Producer<String, byte[]> producer(int life) {
        if (life != lives.get()) {
            throw new IllegalStateException("abandoned before anything was sent");
        }
        if (producer == null) {
            producer = new KafkaProducer<>(settings);
        }
        return producer;
    }

    ProducerRecord<String, byte[]> record(JournalRow row) {
        return new ProducerRecord<>(
                row.topic(), null, row.key(), row.payload().getBytes(UTF_8), cloudEvent.headers(row));
    }

    /**
     * Also called when the lease is lost: nothing that is buffered, or waits for a thread, may be sent by a zombie. Does not
     * stand in line behind a send that waits for its broker: that is what it ends.
     */
    Uni<Void> abandon() {
        return vertx.executeBlocking(
                () -> {
                    closeWithoutFlushing();
                    return null;
                },
                false);
    }

    int timesAbandoned() {
        return lives.get();
    }

    @PreDestroy
    synchronized void closeWithoutFlushing() {
        var abandoned = producer;
        producer = null;
        lives.incrementAndGet();
        if (abandoned != null) {
            abandoned.close(Duration.ZERO);
        }
    }
}
