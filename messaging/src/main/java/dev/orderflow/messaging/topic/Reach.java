package dev.orderflow.messaging.topic;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How far back topics go.
 *
 * @param longest the age of the oldest event that one of them may still hold, counted from its publication; empty if one
 *     of them forgets nothing
 * @param states those that keep the newest state of each key for ever; their readers go by versions, not by the inbox
 */
public record Reach(Optional<Duration> longest, Set<String> states) {

    public Reach {
        states = Set.copyOf(states);
    }
}
