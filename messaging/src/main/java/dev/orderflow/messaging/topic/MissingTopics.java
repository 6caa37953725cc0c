package dev.orderflow.messaging.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** The topics that are not known to exist yet. Blocks while it asks the broker. */
final class MissingTopics {

    private static final Logger LOG = Logger.getLogger(MissingTopics.class);

    private final Map<String, Object> settings;
    private List<TopicSpec> missing;

    /** @param patience how long one try may take */
    MissingTopics(Map<String, Object> broker, Collection<TopicSpec> topics, Duration patience) {
        this.settings = new HashMap<>(broker);
        this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis() / 3);
        this.settings.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 500L);
        this.missing = List.copyOf(topics);
    }

    /** Tries once; true when every topic is there. */
    boolean create() throws InterruptedException {
        if (!missing.isEmpty()) {
            try (var admin = Admin.create(settings)) {
                missing = stillMissing(admin);
            }
        }
        return missing.isEmpty();
    }

    private List<TopicSpec> stillMissing(Admin admin) throws InterruptedException {
        var requests = missing.stream().map(MissingTopics::request).toList();
        var created = admin.createTopics(requests).values();
        var left = new ArrayList<TopicSpec>();
        for (var topic : missing) {
            if (!exists(topic, created.get(topic.name()))) {
                left.add(topic);
            }
        }
        return left;
    }

    private static boolean exists(TopicSpec topic, KafkaFuture<Void> created) throws InterruptedException {
        try {
            created.get();
            LOG.infof("created topic %s", topic.name());
            return true;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                LOG.debugf("topic %s could not be created: %s", topic.name(), e.getCause());
                return false;
            }
            return true;
        }
    }

    private static NewTopic request(TopicSpec topic) {
        var policy = topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
        // The replication factor is the broker's default.
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy));
    }

    @Override
    public String toString() {
        return missing.stream().map(TopicSpec::name).toList().toString();
    }
}
