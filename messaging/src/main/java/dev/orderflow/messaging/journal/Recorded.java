package dev.orderflow.messaging.journal;

import java.time.Instant;
import java.util.UUID;

/** An event as the journal holds it, upcast to the newest version; personal fields are null once they are erased. */
public record Recorded(UUID id, long version, String type, Object payload, Cause cause, Instant at) {}
