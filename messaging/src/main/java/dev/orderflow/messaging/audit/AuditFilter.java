package dev.orderflow.messaging.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * Which entries; a null criterion does not restrict.
 *
 * @param from recorded at this time or later
 * @param to recorded before this time
 * @param before the last entry of the page before; null for the first page
 */
public record AuditFilter(String actor, String action, String subject, Instant from, Instant to, UUID before) {}
