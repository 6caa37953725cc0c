package dev.orderflow.inventory.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderflow.contracts.CloudEventHeaders;
import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.EventCatalog;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Events to records and back, as any stranger would do it by the contract. */
public final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Wire() {}

    public static ProducerRecord<String, byte[]> record(UUID id, Event event) {
        var type = EventCatalog.of(event.getClass());
        var record = new ProducerRecord<>(type.topic().topicName(), event.key(), bytes(event));
        Map.of(
                        CloudEventHeaders.ID, id.toString(),
                        CloudEventHeaders.TYPE, type.type(),
                        CloudEventHeaders.SOURCE, CloudEventHeaders.source("order"),
                        CloudEventHeaders.SUBJECT, event.key(),
                        CloudEventHeaders.TIME, Instant.now().toString(),
                        CloudEventHeaders.SPEC_VERSION, CloudEventHeaders.SPEC_VERSION_1_0,
                        CloudEventHeaders.DATA_VERSION, Integer.toString(type.version()),
                        CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.APPLICATION_JSON)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    public static Event event(ConsumerRecord<String, byte[]> record) {
        var type = EventCatalog.find(header(record.headers(), CloudEventHeaders.TYPE))
                .orElseThrow();
        try {
            return JSON.readValue(record.value(), type.eventClass());
        } catch (IOException e) {
            throw new AssertionError("not a readable " + type.type(), e);
        }
    }

    public static String id(ConsumerRecord<String, byte[]> record) {
        return header(record.headers(), CloudEventHeaders.ID);
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }

    private static byte[] bytes(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not a writable " + event, e);
        }
    }
}
