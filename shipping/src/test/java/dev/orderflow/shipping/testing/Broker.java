package dev.orderflow.shipping.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.contracts.CloudEventHeaders;
import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.Topics;
import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.event.EventTypes;
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

/** Plays the other services: publishes what order says, and reads what shipping answers. */
@ApplicationScoped
public class Broker {

    private final EventCodec codec;
    private final EventTypes types;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<OrderScoped> answers = new ArrayList<>();

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
        consumer.subscribe(List.of(Topics.SHIPPING_EVENTS));
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
                        CloudEventHeaders.ID, id.toString(),
                        CloudEventHeaders.TYPE, type.name(),
                        CloudEventHeaders.SOURCE, CloudEventHeaders.source("order"),
                        CloudEventHeaders.TIME, Instant.now().toString(),
                        CloudEventHeaders.DATA_VERSION, Integer.toString(type.version()))
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    /** Everything that shipping has published about the order so far, in its order. */
    public synchronized List<OrderScoped> answersTo(AnOrder order) {
        consumer.poll(Duration.ofMillis(50)).forEach(message -> {
            var type = new String(
                    message.headers().lastHeader(CloudEventHeaders.TYPE).value(), UTF_8);
            answers.add((OrderScoped) codec.decode(type, 1, message.value()));
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
