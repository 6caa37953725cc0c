package dev.orderflow.analytics.fleet;

import dev.orderflow.analytics.streams.Stores;
import dev.orderflow.contracts.Topics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.HostInfo;

/** Who counts which partition, as the group agreed on it last. */
@Singleton
class Members {

    private static final Set<String> COUNTED = Set.of(Topics.ORDER_EVENTS, Topics.CUSTOMER_EVENTS);

    private final KafkaStreams streams;
    private final HostInfo self;

    @Inject
    Members(KafkaStreams streams, StreamsConfig config) {
        this.streams = streams;
        this.self = HostInfo.buildFromEndpoint(config.getString(StreamsConfig.APPLICATION_SERVER_CONFIG));
    }

    boolean isSelf(HostInfo host) {
        return host.equals(self);
    }

    Collection<StreamsMetadata> ofFigures() {
        try {
            return streams.streamsMetadataForStore(Stores.FIGURES);
        } catch (StreamsException | IllegalStateException notYet) {
            return List.of();
        }
    }

    /** All that is counted by any of them: none is left over when a group has agreed. */
    static Set<Integer> partitions(Collection<StreamsMetadata> members) {
        return members.stream()
                .flatMap(member -> member.topicPartitions().stream())
                .filter(partition -> COUNTED.contains(partition.topic()))
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }

    /** @throws dev.orderflow.platform.problem.ProblemException {@code unavailable} while nobody has that customer */
    KeyQueryMetadata ofCustomer(String id) {
        try {
            var owner = streams.queryMetadataForKey(
                    Stores.CUSTOMERS, id, Serdes.String().serializer());
            if (owner != null && !owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                return owner;
            }
        } catch (StreamsException | IllegalStateException notYet) {
            // told below
        }
        throw Absent.now("That customer's figures are being moved");
    }
}
