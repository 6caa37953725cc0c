package dev.orderflow.devservices.drill.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.EmbeddedParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class RepublisherIT {

    private static final String TOPIC = "order-events";

    private final String bootstrap = EmbeddedParts.shared().kafkaBootstrap();

    @Test
    void publishesEventsOnceMoreAsTheyWere() throws Exception {
        createTopic();
        for (int n = 0; n < 20; n++) {
            publish(n);
        }
        Republisher republisher = new Republisher(bootstrap, 7);

        assertThat(republisher.republish(5, Duration.ofMinutes(1)))
                .as("nothing is that old")
                .isZero();
        assertThat(republisher.republish(5, Duration.ZERO)).isEqualTo(5);

        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        new TopicReader(bootstrap).read(List.of(TOPIC, "no-such-topic"), all::add);
        assertThat(all).hasSize(25);
        List<ConsumerRecord<byte[], byte[]>> again = all.stream()
                .filter(event -> republisher.repeated().contains(place(event)))
                .toList();
        assertThat(again)
                .hasSize(5)
                .allSatisfy(event -> assertThat(all)
                        .filteredOn(other -> other.offset() < event.offset() && other.partition() == event.partition())
                        .anySatisfy(first -> {
                            assertThat(first.key()).isEqualTo(event.key());
                            assertThat(first.value()).isEqualTo(event.value());
                            assertThat(first.headers()).isEqualTo(event.headers());
                        }));
    }

    private static Place place(ConsumerRecord<byte[], byte[]> event) {
        return new Place(event.topic(), event.partition(), event.offset());
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.empty(), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private void publish(int number) throws Exception {
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(
                TOPIC, ("order-" + number % 4).getBytes(UTF_8), ("event " + number).getBytes(UTF_8));
        event.headers().add("ce_id", ("id " + number).getBytes(UTF_8));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(event).get();
        }
    }
}
