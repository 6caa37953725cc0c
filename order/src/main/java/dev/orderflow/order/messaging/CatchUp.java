package dev.orderflow.order.messaging;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.contracts.Topics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How far the group has read product-events, against where the topic ended when this was first asked. The group's
 * committed offsets count, not this process' own: the replicas share the partitions as they share the copy. Offsets are
 * committed behind the database, so what they cover is in the copy.
 */
@ApplicationScoped
class CatchUp {

    private final Admin admin;
    private final String group;
    private volatile Map<TopicPartition, Long> goal;
    private volatile boolean done;

    @Inject
    CatchUp(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "mp.messaging.incoming.product-events-in.group.id") String group) {
        this.admin = Admin.create(impatient(broker));
        this.group = group;
    }

    /** A probe that waits for half a minute tells nobody anything; the next one asks again. */
    private static Map<String, Object> impatient(Map<String, Object> broker) {
        var settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000);
        return settings;
    }

    /** Never blocks: the admin client has a thread of its own. Fails after 4 s while the broker is away. */
    Uni<Boolean> isDone() {
        return done
                ? Uni.createFrom().item(true)
                : goal().chain(this::isReached).invoke(reached -> done = reached);
    }

    private Uni<Map<TopicPartition, Long>> goal() {
        return goal != null
                ? Uni.createFrom().item(goal)
                : partitions().chain(this::ends).invoke(ends -> goal = ends);
    }

    private Uni<Map<TopicPartition, OffsetSpec>> partitions() {
        return uni(() -> admin.describeTopics(List.of(Topics.PRODUCT_EVENTS))
                        .topicNameValues()
                        .get(Topics.PRODUCT_EVENTS))
                .map(CatchUp::latest);
    }

    private static Map<TopicPartition, OffsetSpec> latest(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .collect(toMap(Function.identity(), partition -> OffsetSpec.latest()));
    }

    private Uni<Map<TopicPartition, Long>> ends(Map<TopicPartition, OffsetSpec> partitions) {
        return uni(() -> admin.listOffsets(partitions).all()).map(CatchUp::offsets);
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> ends) {
        return ends.entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private Uni<Boolean> isReached(Map<TopicPartition, Long> ends) {
        return uni(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .map(read -> ends.entrySet().stream().allMatch(end -> offset(read, end.getKey()) >= end.getValue()));
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> read, TopicPartition partition) {
        var committed = read.get(partition);
        return committed == null ? 0 : committed.offset();
    }

    private static <T> Uni<T> uni(Supplier<KafkaFuture<T>> call) {
        return Uni.createFrom().completionStage(() -> call.get().toCompletionStage());
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
