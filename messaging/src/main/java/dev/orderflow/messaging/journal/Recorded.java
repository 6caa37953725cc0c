package dev.orderflow.messaging.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as the journal holds it, upcast to the newest version; personal fields are null once they are erased.
 *
 * @param at when it was decided, if whoever appended it said so; else when the database recorded it
 */
public record Recorded(UUID id, long version, String type, Object payload, Cause cause, Instant at) {}
