package dev.orderflow.order.testing;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.devservices.testing.EmbeddedParts;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group has come. */
public final class Offsets {

    private Offsets() {}

    /** Whether the group has committed the end of each partition of the topic. */
    public static boolean areRead(String group, String topic) throws ExecutionException, InterruptedException {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap()))) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var partitions = committed.keySet().stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .collect(toMap(Function.<TopicPartition>identity(), partition -> OffsetSpec.latest()));
            var ends = admin.listOffsets(partitions).all().get();
            return !ends.isEmpty()
                    && ends.entrySet().stream()
                            .allMatch(end -> committed.get(end.getKey()).offset()
                                    >= end.getValue().offset());
        }
    }
}
