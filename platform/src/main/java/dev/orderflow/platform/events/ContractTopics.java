package dev.orderflow.platform.events;

import dev.orderflow.contracts.Topic;
import dev.orderflow.contracts.Topics;
import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.topic.TopicSource;
import dev.orderflow.messaging.topic.TopicSpec;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The topics of the contracts and this service's own for dead letters. Whichever service starts first creates them; what
 * they keep is their owner's to say.
 */
@Singleton
final class ContractTopics implements TopicSource {

    private final String service;
    private final MessagingConfig.Topics config;

    @Inject
    ContractTopics(MessagingConfig config) {
        this.service = config.service();
        this.config = config.topics();
    }

    @Override
    public Collection<TopicSpec> topics() {
        var letters = Topics.deadLetters(service);
        return Stream.concat(
                        Arrays.stream(Topic.values()).map(this::spec),
                        Stream.of(spec(letters, true, deleted(letters, config.deadLetterRetention()))))
                .toList();
    }

    private TopicSpec spec(Topic topic) {
        var settings = topic.compacted()
                ? TopicSpec.compactedAfter(config.compactionLag(), config.deletionRetention())
                : deleted(topic.topicName(), config.retention());
        return spec(topic.topicName(), topic.owner().equals(service), settings);
    }

    private TopicSpec spec(String name, boolean owned, Map<String, String> settings) {
        int partitions = apart(name)
                .map(MessagingConfig.Topic::partitions)
                .filter(given -> given.isPresent())
                .orElse(config.partitions())
                .orElse(Topics.PARTITIONS);
        return new TopicSpec(name, partitions, config.replication(), owned, settings);
    }

    private Map<String, String> deleted(String name, Duration usual) {
        return TopicSpec.deletedAfter(
                apart(name).flatMap(MessagingConfig.Topic::retention).orElse(usual));
    }

    private Optional<MessagingConfig.Topic> apart(String name) {
        return Optional.ofNullable(config.topic().get(name));
    }
}
