package dev.orderflow.notification.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderflow.contracts.CloudEventHeaders;
import dev.orderflow.contracts.Topics;
import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.messaging.deadletter.DeadLettered;
import dev.orderflow.messaging.deadletter.LetterState;
import dev.orderflow.messaging.event.EventIds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what services would that can't handle something. */
public final class LetterTopics implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> broker =
            Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap(), "acks", "all");
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());

    /** What a service has when it starts. */
    public void create(String service) throws Exception {
        try (var admin = Admin.create(broker)) {
            admin.createTopics(List.of(new NewTopic(Topics.deadLetters(service), 2, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** @return one of an order's event, whose error quotes the customer */
    public static DeadLettered letter(String errorType, LetterState state, int attempts) {
        return new DeadLettered(
                EventIds.next(),
                EventIds.next(),
                "order-events",
                3,
                77,
                "customer-kim",
                "orderflow.order.placed",
                errorType,
                "no street in kim@example.com",
                null,
                state,
                attempts);
    }

    public void publish(String service, DeadLettered letter) throws Exception {
        publish(service, EventIds.next(), letter, Instant.now());
    }

    public void publish(String service, UUID id, DeadLettered letter, Instant at) throws Exception {
        var headers = Map.of(
                CloudEventHeaders.ID, id.toString(),
                CloudEventHeaders.TYPE, "orderflow.messaging.dead-lettered",
                CloudEventHeaders.SOURCE, CloudEventHeaders.source(service),
                CloudEventHeaders.TIME, at.toString(),
                CloudEventHeaders.DATA_VERSION, "1");
        publish(Topics.deadLetters(service), letter.letterId().toString(), JSON.writeValueAsBytes(letter), headers);
    }

    /** What nobody can read. */
    public void publishGarbage(String topic, String key) throws Exception {
        publish(topic, key, "garbage".getBytes(UTF_8), Map.of());
    }

    private void publish(String topic, String key, byte[] value, Map<String, String> headers) throws Exception {
        var record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        producer.send(record).get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
