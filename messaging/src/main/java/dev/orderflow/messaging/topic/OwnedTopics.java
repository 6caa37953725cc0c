package dev.orderflow.messaging.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logging.Logger;

/**
 * Brings the owner's topics in line with what it wants of them. Only the settings that the owner names are touched, each
 * change is told with the value before, and partitions are never changed. A change by which the broker would forget events
 * that it keeps now is made only if that is allowed: a configuration that is older than what an operator has set by hand
 * must not cost an event. Blocks while it asks the broker.
 */
final class OwnedTopics {

    private static final Logger LOG = Logger.getLogger(OwnedTopics.class);

    private final Supplier<Admin> broker;
    private final List<TopicSpec> topics;
    private final boolean mayForget;
    private boolean failed;

    /** @param mayForget whether the broker may be told to keep less than it does */
    OwnedTopics(Supplier<Admin> broker, Collection<TopicSpec> topics, boolean mayForget) {
        this.broker = broker;
        this.mayForget = mayForget;
        this.topics = topics.stream().filter(TopicSpec::owned).toList();
    }

    /**
     * Tries once; true when every topic is as it should be.
     *
     * @param created those that are as they should be, because they have just been made so
     */
    boolean align(Collection<String> created) throws InterruptedException {
        var old =
                topics.stream().filter(topic -> !created.contains(topic.name())).toList();
        if (old.isEmpty()) {
            return true;
        }
        try (var admin = broker.get()) {
            comparePartitions(admin, old);
            change(admin, differences(admin, old));
            return true;
        } catch (ExecutionException e) {
            // Told once: it is tried again and again.
            LOG.logf(
                    failed ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "topics could not be compared or changed: %s",
                    e.getCause());
            failed = true;
            return false;
        }
    }

    private static void comparePartitions(Admin admin, List<TopicSpec> old)
            throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> found = admin.describeTopics(
                        old.stream().map(TopicSpec::name).toList())
                .allTopicNames()
                .get();
        for (var topic : old) {
            int partitions = found.get(topic.name()).partitions().size();
            if (partitions != topic.partitions()) {
                LOG.warnf(
                        "topic %s has %d partitions, not %d as configured; it keeps them, for keys must not move",
                        topic.name(), partitions, topic.partitions());
            }
        }
    }

    private static List<SettingChange> differences(Admin admin, List<TopicSpec> old)
            throws InterruptedException, ExecutionException {
        Map<ConfigResource, Config> found = admin.describeConfigs(
                        old.stream().map(topic -> resource(topic.name())).toList())
                .all()
                .get();
        return old.stream()
                .flatMap(topic -> differences(topic, found.get(resource(topic.name()))))
                .toList();
    }

    private static Stream<SettingChange> differences(TopicSpec topic, Config found) {
        return topic.settings().entrySet().stream()
                .map(wanted -> new SettingChange(
                        topic.name(), wanted.getKey(), reported(found, wanted.getKey()), wanted.getValue()))
                .filter(change -> !change.to().equals(change.from()));
    }

    /** Null for a setting that this broker does not tell of. */
    private static String reported(Config found, String setting) {
        var entry = found.get(setting);
        return entry == null ? null : entry.value();
    }

    private void change(Admin admin, List<SettingChange> wanted) throws InterruptedException, ExecutionException {
        var changes = wanted.stream().filter(this::isAllowed).toList();
        if (!changes.isEmpty()) {
            admin.incrementalAlterConfigs(operations(changes)).all().get();
            changes.forEach(OwnedTopics::tell);
        }
    }

    private boolean isAllowed(SettingChange change) {
        if (change.forgets() && !mayForget) {
            LOG.warnf(
                    "not changed, for the broker would drop events that it keeps now: %s"
                            + " (orderflow.messaging.topics.may-forget=true allows it)",
                    change);
            return false;
        }
        return true;
    }

    private static Map<ConfigResource, Collection<AlterConfigOp>> operations(List<SettingChange> changes) {
        var operations = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        for (var change : changes) {
            var wanted = new ConfigEntry(change.setting(), change.to());
            operations
                    .computeIfAbsent(resource(change.topic()), topic -> new ArrayList<>())
                    .add(new AlterConfigOp(wanted, AlterConfigOp.OpType.SET));
        }
        return operations;
    }

    private static void tell(SettingChange change) {
        if (change.forgets()) {
            LOG.warnf("changed %s; the broker drops what it no longer has to keep", change);
        } else {
            LOG.infof("changed %s", change);
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
