package dev.orderflow.devservices.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class KafkaIT {

    private final EmbeddedParts parts = EmbeddedParts.shared().start(Name.KAFKA, Name.REDIS);
    private final String topic = "topic-" + UUID.randomUUID();

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
        createTopic();
        send("before");

        parts.kill(Name.KAFKA);
        parts.start(Name.KAFKA);
        send("after");

        assertThat(receive(2)).containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void createsTopicsWithTwelvePartitionsAndOnlyOnDemand() throws Exception {
        try (Admin admin = admin()) {
            assertThat(admin.listTopics().names().get()).doesNotContain(topic);
            createTopic();
            await().ignoreExceptions()
                    .until(() -> admin.describeTopics(List.of(topic))
                                    .allTopicNames()
                                    .get()
                                    .get(topic)
                                    .partitions()
                                    .size()
                            == 12);
        }
    }

    private void createTopic() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, java.util.Optional.empty(), java.util.Optional.empty())))
                    .all()
                    .get();
        }
    }

    private void send(String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(configuration(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private List<String> receive(int count) {
        Map<String, Object> configuration = new java.util.HashMap<>(configuration());
        configuration.put("group.id", UUID.randomUUID().toString());
        configuration.put("auto.offset.reset", "earliest");
        List<String> received = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> received.add(record.value()));
                return received.size() >= count;
            });
        }
        return received;
    }

    private Admin admin() {
        return Admin.create(configuration());
    }

    private Map<String, Object> configuration() {
        return Map.of("bootstrap.servers", parts.kafkaBootstrap());
    }
}
