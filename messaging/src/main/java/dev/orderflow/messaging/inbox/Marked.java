package dev.orderflow.messaging.inbox;

import java.util.Set;
import java.util.UUID;

/**
 * What {@link Inbox#mark} found.
 *
 * @param fresh the events that had not been handled before
 * @param closed the lines that dead letters have closed
 */
public record Marked(Set<UUID> fresh, Set<String> closed) {}
