package dev.orderflow.analytics.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.EmbeddedParts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left for a group, on a real broker: ends of topics are not always reached by what is committed. */
class GroupReaderIT {

    private static final Map<String, Object> CONNECTION =
            Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap());

    private final String topic = "backlog-" + UUID.randomUUID();
    private final String group = "group-of-" + topic;
    private final TopicPartition first = new TopicPartition(topic, 0);
    private final Admin admin = Admin.create(CONNECTION);
    private final GroupReader reader = new GroupReader(group, CONNECTION);

    @BeforeEach
    void createTopic() throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, Optional.of(2), Optional.empty())))
                .all()
                .get();
    }

    @AfterEach
    void close() {
        reader.close();
        admin.close();
    }

    @Test
    void whatIsEmptyIsRead() {
        assertThat(reader.backlog(List.of(topic)).isRead()).isTrue();
    }

    @Test
    void whatIsNotThereIsNotRead() {
        assertThat(reader.backlog(List.of(topic, "no-such-" + topic)).isRead()).isFalse();
    }

    @Test
    void isReadWhenTheGroupHasCommittedThatItIs() throws Exception {
        publish(0, 3);
        publish(1, 1);
        assertThat(left()).isEqualTo(2);

        commit(0, 2);
        assertThat(left()).isEqualTo(2);
        commit(0, 3);
        commit(1, 1);
        assertThat(left()).isZero();
    }

    @Test
    void whatComesLaterDoesNotBelongToIt() throws Exception {
        publish(0, 3);
        var backlog = reader.backlog(List.of(topic));
        publish(0, 3);
        commit(0, 3);

        assertThat(backlog.lookedAt(reader).isRead()).isTrue();
    }

    /** The end of a transaction has an offset, and nobody reads it. */
    @Test
    void theEndOfATransactionIsNothingToRead() throws Exception {
        transaction(3, true);
        assertThat(left()).isOne();
        commit(0, 3);
        assertThat(left()).isZero();
    }

    /** A group that has read nothing commits nothing. */
    @Test
    void whatWasTakenBackIsNothingToRead() {
        transaction(3, false);
        assertThat(left()).isZero();
    }

    /** Its records may belong to figures whose offsets are committed already. */
    @Test
    void anOpenTransactionBelongsToIt() {
        try (var producer = transactional()) {
            producer.beginTransaction();
            send(producer, 0, 2);
            producer.flush();
            var backlog = reader.backlog(List.of(topic));
            assertThat(backlog.lookedAt(reader).isRead()).isFalse();
            producer.commitTransaction();
            assertThat(backlog.ends()).containsExactly(Map.entry(first, 2L));
        }
    }

    @Test
    void whatIsNoLongerKeptIsNothingToRead() throws Exception {
        publish(0, 5);
        var backlog = reader.backlog(List.of(topic));
        commit(0, 1);
        admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(5)))
                .all()
                .get();

        assertThat(backlog.lookedAt(reader).isRead()).isTrue();
        assertThat(reader.backlog(List.of(topic)).isRead()).isTrue();
    }

    private int left() {
        var backlog = reader.backlog(List.of(topic));
        // A look that was too short says that something is left: the next one is as good.
        for (int looks = 0; looks < 3; looks++) {
            backlog = backlog.lookedAt(reader);
        }
        return backlog.ends().size();
    }

    private void publish(int partition, int records) {
        try (var producer = new KafkaProducer<>(CONNECTION, new StringSerializer(), new StringSerializer())) {
            send(producer, partition, records);
        }
    }

    private void transaction(int records, boolean commit) {
        try (var producer = transactional()) {
            producer.beginTransaction();
            send(producer, 0, records);
            producer.flush();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private KafkaProducer<String, String> transactional() {
        var settings = new HashMap<>(CONNECTION);
        settings.put("transactional.id", "producer-of-" + topic);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private void send(KafkaProducer<String, String> producer, int partition, int records) {
        for (int n = 0; n < records; n++) {
            producer.send(new ProducerRecord<>(topic, partition, "key", "value"));
        }
    }

    private void commit(int partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(
                        group, Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
