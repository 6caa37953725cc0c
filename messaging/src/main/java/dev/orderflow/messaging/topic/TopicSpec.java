package dev.orderflow.messaging.topic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic that must exist before this service runs.
 *
 * @param partitions fixed for the life of the topic: a key's partition, and with it its order, hangs on it
 * @param replication copies of each partition when it is created; the broker's default if empty
 * @param owned whether this service publishes to it and so decides what it keeps; of another's topic it only sees to it
 *     that there is one
 * @param settings what the topic keeps, by Kafka's own names
 */
public record TopicSpec(
        String name, int partitions, Optional<Short> replication, boolean owned, Map<String, String> settings) {

    public TopicSpec {
        settings = Map.copyOf(settings);
    }

    /** Forgets each event after a while. */
    public static Map<String, String> deletedAfter(Duration retention) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                millis(retention));
    }

    /**
     * Keeps the newest event of each key for ever.
     *
     * @param lag how long the older ones are kept at least: a reader that is not further behind sees each of them
     * @param deletions how long it can be seen at least that a key is gone
     */
    public static Map<String, String> compactedAfter(Duration lag, Duration deletions) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                millis(lag),
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                millis(deletions));
    }

    private static String millis(Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("a topic must keep its events for a while, not " + duration);
        }
        return Long.toString(duration.toMillis());
    }
}
