package dev.orderflow.payment.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.payment.PaymentEvent;
import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.event.EventTypes;
import dev.orderflow.messaging.event.Headers;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Plays order: publishes what it says, and reads what payment answers. */
@ApplicationScoped
public class Broker {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventCodec codec;
    private final EventTypes types;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<PaymentEvent> answers = new ArrayList<>();

    @Inject
    Broker(EventCodec codec, EventTypes types, @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.codec = codec;
        this.types = types;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.PAYMENT_EVENTS));
    }

    public UUID publish(Event event) {
        var id = EventIds.next();
        publish(id, event);
        return id;
    }

    /** With an id of its own choice, so that it can be published twice. */
    public void publish(UUID id, Event event) {
        producer.send(message(id, event));
        producer.flush();
    }

    public ProducerRecord<String, byte[]> message(UUID id, Event event) {
        var type = types.of(event.getClass());
        var message = new ProducerRecord<>(
                type.topic(), event.key(), codec.write(event).getBytes(UTF_8));
        Map.of(
                        Headers.ID, id.toString(),
                        Headers.TYPE, type.name(),
                        Headers.SOURCE, "/orderflow/order",
                        Headers.TIME, Instant.now().toString(),
                        Headers.DATA_VERSION, Integer.toString(type.version()))
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    /** Waits until payment has published this many events about the order, and answers them in their order. */
    public List<PaymentEvent> answers(AnOrder order, int count) {
        return await().atMost(PATIENCE).until(() -> answers(order), found -> found.size() >= count);
    }

    /** Everything that payment has published about the order so far. */
    public synchronized List<PaymentEvent> answers(AnOrder order) {
        consumer.poll(Duration.ofMillis(50)).forEach(message -> {
            var type = new String(message.headers().lastHeader(Headers.TYPE).value(), UTF_8);
            answers.add((PaymentEvent) codec.decode(type, 1, message.value()));
        });
        return answers.stream()
                .filter(answer -> answer.orderId().equals(order.id()))
                .toList();
    }

    @PreDestroy
    void close() {
        producer.close();
        consumer.close();
    }
}
