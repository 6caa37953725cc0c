package dev.orderflow.analytics.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.orderflow.contracts.CloudEventHeaders;
import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.EventCatalog;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events as order's relay publishes them. */
public final class Records {

    /** As Quarkus sets its own up. */
    public static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private Records() {}

    /** @param at when order has recorded it */
    public static ProducerRecord<String, byte[]> record(Event event, Instant at) {
        var type = EventCatalog.of(event.getClass());
        return record(type.topic().topicName(), event.key(), type.type(), type.version(), at, bytes(event));
    }

    /** Of any type and version, also of those that nobody knows. */
    public static ProducerRecord<String, byte[]> record(
            String topic, String key, String type, int version, Instant at, byte[] value) {
        var record = new ProducerRecord<>(topic, key, value);
        Map.of(
                        CloudEventHeaders.ID, UuidCreator.getTimeOrderedEpoch().toString(),
                        CloudEventHeaders.TYPE, type,
                        CloudEventHeaders.SOURCE, CloudEventHeaders.source("order"),
                        CloudEventHeaders.TIME, at.toString(),
                        CloudEventHeaders.DATA_VERSION, Integer.toString(version))
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    public static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not writable: " + value, e);
        }
    }
}
