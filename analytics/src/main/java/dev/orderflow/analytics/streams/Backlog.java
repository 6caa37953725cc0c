package dev.orderflow.analytics.streams;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What some topics held at a time, as far as it is still to be read. What came later does not belong to it.
 *
 * @param isKnown whether all of the topics were there
 * @param ends behind what each partition held; those that held nothing, or are read, are left out
 */
record Backlog(boolean isKnown, Map<TopicPartition, Long> ends) {

    static final Backlog UNKNOWN = new Backlog(false, Map.of());

    boolean isRead() {
        return isKnown && ends.isEmpty();
    }

    /** After a look at one partition after the other, up to the first that is not read. */
    Backlog lookedAt(GroupReader group) {
        var left = new HashMap<>(ends);
        for (var end : ends.entrySet()) {
            if (!group.hasRead(end.getKey(), end.getValue())) {
                break;
            }
            left.remove(end.getKey());
        }
        return new Backlog(isKnown, left);
    }
}
