package dev.orderflow.platform.events;

import dev.orderflow.contracts.Topic;
import dev.orderflow.contracts.Topics;
import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.topic.TopicSource;
import dev.orderflow.messaging.topic.TopicSpec;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/** The topics of the contracts and this service's own for dead letters. Whichever service starts first creates them. */
@Singleton
final class ContractTopics implements TopicSource {

    private final MessagingConfig config;

    @Inject
    ContractTopics(MessagingConfig config) {
        this.config = config;
    }

    @Override
    public Collection<TopicSpec> topics() {
        var deadLetters = new TopicSpec(Topics.deadLetters(config.service()), Topics.PARTITIONS, false);
        return Stream.concat(Arrays.stream(Topic.values()).map(ContractTopics::spec), Stream.of(deadLetters))
                .toList();
    }

    private static TopicSpec spec(Topic topic) {
        return new TopicSpec(topic.topicName(), Topics.PARTITIONS, topic.compacted());
    }
}
