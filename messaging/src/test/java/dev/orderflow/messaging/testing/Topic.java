package dev.orderflow.messaging.testing;

import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.EmbeddedParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of one test, with plain clients. */
public record Topic(String name, int partitions) {

    /** An unused name; the topic is not there yet. */
    public static Topic named(String prefix, int partitions) {
        return new Topic(prefix + "-" + UUID.randomUUID(), partitions);
    }

    public static Topic create(String prefix, int partitions) {
        return named(prefix, partitions).create();
    }

    /** Returns when the broker shows it, which it does a moment after it has made it. */
    public Topic create() {
        try (var admin = Admin.create(broker())) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
            await(name)
                    .pollDelay(Duration.ZERO)
                    .until(() -> admin.listTopics().names().get().contains(name));
            return this;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void send(List<ProducerRecord<String, byte[]>> records) {
        try (var producer = new KafkaProducer<>(broker(), new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    /** Reads from the start until the condition holds; records of one partition stand in their order. */
    public List<ConsumerRecord<String, byte[]>> readUntil(Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        var read = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(topicPartitions());
            consumer.seekToBeginning(consumer.assignment());
            await().atMost(Duration.ofSeconds(40)).pollDelay(Duration.ZERO).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
                return enough.test(read);
            });
        }
        return read;
    }

    public List<ConsumerRecord<String, byte[]>> read(int count) {
        return readUntil(records -> records.size() >= count);
    }

    /** Records on the topic by now. */
    public long count() {
        try (var consumer = new KafkaConsumer<>(broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(topicPartitions()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** What the broker has. */
    public String describe() {
        try (var admin = Admin.create(broker())) {
            var description =
                    admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
            return description.partitions().size() + " partitions, " + setting(TopicConfig.CLEANUP_POLICY_CONFIG);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the broker has. */
    public String setting(String setting) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        try (var admin = Admin.create(broker())) {
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            return config.get(setting).value();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that the broker has. */
    public static Set<String> names() {
        try (var admin = Admin.create(broker())) {
            return admin.listTopics().names().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an operator sets it; the broker obeys from the return on. */
    public void limitMessages(int bytes) {
        keep(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes)));
    }

    /** Settings by Kafka's own names, as an operator sets them; the broker obeys from the return on. */
    public void keep(Map<String, String> settings) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        var changes = settings.entrySet().stream()
                .map(each ->
                        new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try (var admin = Admin.create(broker())) {
            admin.incrementalAlterConfigs(Map.of(resource, changes)).all().get();
            settings.forEach(
                    (name, value) -> await(name).until(() -> setting(name).equals(value)));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<TopicPartition> topicPartitions() {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(name, partition))
                .toList();
    }

    private static Map<String, Object> broker() {
        return Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap());
    }
}
