package dev.orderflow.analytics.testing;

import dev.orderflow.contracts.Topics;
import dev.orderflow.devservices.testing.EmbeddedParts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what order would, and can do so again, as a relay does after a crash. Makes the topics, as order would. */
public final class Broker implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap(), "acks", "all", "linger.ms", "20"),
            new StringSerializer(),
            new ByteArraySerializer());

    public Broker() {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap());
        try (var admin = Admin.create(settings)) {
            List.of(Topics.ORDER_EVENTS, Topics.CUSTOMER_EVENTS).forEach(topic -> create(admin, topic));
        }
    }

    private static void create(Admin admin, String topic) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(Topics.PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new AssertionError(e);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Answers when the broker has them. */
    public void publish(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(producer::send);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
