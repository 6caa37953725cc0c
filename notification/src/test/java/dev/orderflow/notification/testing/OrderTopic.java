package dev.orderflow.notification.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderflow.contracts.CloudEventHeaders;
import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.EventCatalog;
import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.messaging.event.EventIds;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what the order service would publish, and nothing else. */
public final class OrderTopic implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Returns the event's id when the broker has it. */
    public UUID publish(Event event) {
        var id = EventIds.next();
        publish(id, event);
        return id;
    }

    public void publish(UUID id, Event event) {
        try {
            producer.send(record(id, event)).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is sent. */
    public static ProducerRecord<String, byte[]> record(UUID id, Event event) throws JsonProcessingException {
        var descriptor = EventCatalog.of(event.getClass());
        var record = new ProducerRecord<>(descriptor.topic().topicName(), event.key(), JSON.writeValueAsBytes(event));
        Map.of(
                        CloudEventHeaders.ID, id.toString(),
                        CloudEventHeaders.TYPE, descriptor.type(),
                        CloudEventHeaders.SOURCE, CloudEventHeaders.source("order"),
                        CloudEventHeaders.TIME, Instant.now().toString(),
                        CloudEventHeaders.DATA_VERSION, Integer.toString(descriptor.version()))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }
}
