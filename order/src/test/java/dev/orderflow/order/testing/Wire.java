package dev.orderflow.order.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderflow.contracts.CloudEventHeaders;
import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.EventCatalog;
import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.messaging.event.EventIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events in the form in which they cross the wire. Publishes what the participants would, also twice. */
public final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap(), "acks", "all", "linger.ms", "5"),
            new StringSerializer(),
            new ByteArraySerializer());

    private Wire() {}

    /** In the order given; returns when the broker has all of them. */
    public static List<ProducerRecord<String, byte[]>> publish(Event... events) {
        return publishAgain(
                Stream.of(events).map(event -> record(EventIds.next(), event)).toList());
    }

    /** The very same events, ids included, as a relay does after a crash. */
    public static List<ProducerRecord<String, byte[]>> publishAgain(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(PRODUCER::send);
        PRODUCER.flush();
        return records;
    }

    public static ProducerRecord<String, byte[]> record(UUID id, Event event) {
        var type = EventCatalog.of(event.getClass());
        var record = new ProducerRecord<>(type.topic().topicName(), event.key(), write(event));
        Map.of(
                        CloudEventHeaders.SPEC_VERSION, CloudEventHeaders.SPEC_VERSION_1_0,
                        CloudEventHeaders.ID, id.toString(),
                        CloudEventHeaders.TYPE, type.type(),
                        CloudEventHeaders.SOURCE,
                                CloudEventHeaders.source(type.topic().owner()),
                        CloudEventHeaders.SUBJECT, event.key(),
                        CloudEventHeaders.TIME, Instant.now().toString(),
                        CloudEventHeaders.DATA_VERSION, Integer.toString(type.version()),
                        CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.APPLICATION_JSON)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    /** As a consumer's poll holds it. */
    public static ConsumerRecord<String, byte[]> polled(ProducerRecord<String, byte[]> sent) {
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    public static Event event(ConsumerRecord<String, byte[]> record) {
        var type =
                new String(record.headers().lastHeader(CloudEventHeaders.TYPE).value(), UTF_8);
        try {
            return JSON.readValue(
                    record.value(), EventCatalog.find(type).orElseThrow().eventClass());
        } catch (IOException e) {
            throw new UncheckedIOException(type, e);
        }
    }

    private static byte[] write(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
