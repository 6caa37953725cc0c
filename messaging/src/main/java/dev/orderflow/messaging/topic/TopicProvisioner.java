package dev.orderflow.messaging.topic;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/**
 * Creates the missing topics before the channels start, so that a consumer doesn't wait for its next metadata refresh.
 * An existing topic is left as it is: an operator's settings win. Without a broker the service starts all the same.
 */
@ApplicationScoped
class TopicProvisioner {

    private static final Logger LOG = Logger.getLogger(TopicProvisioner.class);

    /** Before SmallRye wires its channels, which it does at LIBRARY_BEFORE (1000). */
    private static final int BEFORE_CHANNELS = 100;

    private static final int TIMEOUT_SECONDS = 15;

    private final Map<String, Object> broker;
    private final List<TopicSpec> topics;

    @Inject
    TopicProvisioner(@Identifier("default-kafka-broker") Map<String, Object> broker, @All List<TopicSource> sources) {
        this.broker = broker;
        this.topics = sources.stream()
                .flatMap(source -> source.topics().stream())
                .distinct()
                .toList();
    }

    void create(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) throws InterruptedException {
        if (topics.isEmpty()) {
            return;
        }
        var settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_SECONDS * 1000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_SECONDS * 1000 / 3);
        try (var admin = Admin.create(settings)) {
            for (var created : admin.createTopics(
                            topics.stream().map(TopicProvisioner::request).toList())
                    .values()
                    .entrySet()) {
                await(created.getKey(), created.getValue());
            }
        }
    }

    private static void await(String topic, KafkaFuture<Void> created) throws InterruptedException {
        try {
            created.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            LOG.infof("created topic %s", topic);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                LOG.warnf("topic %s could not be created: %s", topic, e.getCause());
            }
        } catch (TimeoutException e) {
            LOG.warnf("topic %s could not be created within %d s", topic, TIMEOUT_SECONDS);
        }
    }

    private static NewTopic request(TopicSpec topic) {
        var policy = topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
        // The replication factor is the broker's default.
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy));
    }
}
