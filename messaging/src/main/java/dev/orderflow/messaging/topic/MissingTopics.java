package dev.orderflow.messaging.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** The topics that are not known to exist yet. Blocks while it asks the broker. */
final class MissingTopics {

    private static final Logger LOG = Logger.getLogger(MissingTopics.class);

    private final Supplier<Admin> broker;
    private final Set<String> created = new HashSet<>();
    private List<TopicSpec> missing;

    MissingTopics(Supplier<Admin> broker, Collection<TopicSpec> topics) {
        this.broker = broker;
        this.missing = List.copyOf(topics);
    }

    /** Tries once; true when every topic is there. */
    boolean create() throws InterruptedException {
        if (!missing.isEmpty()) {
            try (var admin = broker.get()) {
                missing = stillMissing(admin);
            }
        }
        return missing.isEmpty();
    }

    /** The names of those that were not there before. */
    Set<String> created() {
        return created;
    }

    private List<TopicSpec> stillMissing(Admin admin) throws InterruptedException {
        var requests = missing.stream().map(MissingTopics::request).toList();
        var creations = admin.createTopics(requests).values();
        var left = new ArrayList<TopicSpec>();
        for (var topic : missing) {
            if (!exists(topic, creations.get(topic.name()))) {
                left.add(topic);
            }
        }
        return left;
    }

    private boolean exists(TopicSpec topic, KafkaFuture<Void> creation) throws InterruptedException {
        try {
            creation.get();
            created.add(topic.name());
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
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), topic.replication())
                .configs(topic.settings());
    }

    @Override
    public String toString() {
        return missing.stream().map(TopicSpec::name).toList().toString();
    }
}
