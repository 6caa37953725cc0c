package dev.orderflow.loyalty.testing;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what order would, and can do so again, as a relay does after a crash. */
public final class Broker implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap(), "acks", "all", "linger.ms", "20"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Answers when the broker has them. */
    public List<ProducerRecord<String, byte[]>> publish(Event... events) {
        return publishAgain(
                Arrays.stream(events).map(event -> record(event, Instant.now())).toList());
    }

    /** The very same events: same ids. */
    public List<ProducerRecord<String, byte[]>> publishAgain(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(producer::send);
        producer.flush();
        return records;
    }

    /** @param at when order has recorded it */
    public static ProducerRecord<String, byte[]> record(Event event, Instant at) {
        var type = EventCatalog.of(event.getClass());
        var record = new ProducerRecord<>(type.topic().topicName(), event.key(), bytes(event));
        Map.of(
                        CloudEventHeaders.ID, EventIds.next().toString(),
                        CloudEventHeaders.TYPE, type.type(),
                        CloudEventHeaders.SOURCE, CloudEventHeaders.source("order"),
                        CloudEventHeaders.TIME, at.toString(),
                        CloudEventHeaders.DATA_VERSION, Integer.toString(type.version()))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    public static UUID id(ProducerRecord<String, byte[]> record) {
        return UUID.fromString(
                new String(record.headers().lastHeader(CloudEventHeaders.ID).value(), UTF_8));
    }

    private static byte[] bytes(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not a writable " + event, e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
