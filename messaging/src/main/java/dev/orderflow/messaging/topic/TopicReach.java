package dev.orderflow.messaging.topic;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Asks the broker, not our configuration, how far back topics go: an operator may have lengthened them by hand. */
@Singleton
public final class TopicReach {

    private final Map<String, Object> settings;

    @Inject
    public TopicReach(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.settings = TopicProvisioner.settings(broker);
    }

    /** Blocks, for a few seconds if there is no broker. */
    public Reach of(Collection<String> topics) throws ExecutionException, InterruptedException {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        try (var admin = Admin.create(settings)) {
            return of(admin.describeConfigs(resources).all().get());
        }
    }

    private static Reach of(Map<ConfigResource, Config> topics) {
        var longest = Optional.of(Duration.ZERO);
        var states = new HashSet<String>();
        for (var topic : topics.entrySet()) {
            if (keepsStates(topic.getValue())) {
                states.add(topic.getKey().name());
            } else {
                var one = kept(topic.getValue());
                longest = longest.flatMap(most -> one.map(age -> age.compareTo(most) > 0 ? age : most));
            }
        }
        return new Reach(longest, states);
    }

    private static boolean keepsStates(Config topic) {
        return value(topic, TopicConfig.CLEANUP_POLICY_CONFIG).equals(TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    /** Kafka deletes a segment once its newest record is too old; its oldest is older by up to a segment's time. */
    private static Optional<Duration> kept(Config topic) {
        long retention = Long.parseLong(value(topic, TopicConfig.RETENTION_MS_CONFIG));
        long segment = Long.parseLong(value(topic, TopicConfig.SEGMENT_MS_CONFIG));
        return retention < 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(retention).plusMillis(segment));
    }

    private static String value(Config topic, String setting) {
        return topic.get(setting).value();
    }
}
