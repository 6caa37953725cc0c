package dev.orderflow.messaging.topic;

import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One setting of a topic that is to become another.
 *
 * @param from null if the broker does not tell
 */
record SettingChange(String topic, String setting, String from, String to) {

    private static final Set<String> KEPT_FOR =
            Set.of(TopicConfig.RETENTION_MS_CONFIG, TopicConfig.DELETE_RETENTION_MS_CONFIG);

    /** Whether the broker will drop what it keeps now. */
    boolean forgets() {
        return from != null
                && (setting.equals(TopicConfig.CLEANUP_POLICY_CONFIG)
                        || KEPT_FOR.contains(setting) && millis(to) < millis(from));
    }

    /** Negative is for ever. */
    private static long millis(String value) {
        long millis = Long.parseLong(value);
        return millis < 0 ? Long.MAX_VALUE : millis;
    }

    @Override
    public String toString() {
        return "%s of topic %s: %s, was %s".formatted(setting, topic, to, from);
    }
}
