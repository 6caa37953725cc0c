package dev.orderflow.messaging.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry as it was recorded.
 *
 * @param id sorted by time
 * @param at when, by the database's clock
 */
public record Audited(UUID id, AuditEntry entry, Instant at) {}
