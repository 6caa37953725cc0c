package dev.orderflow.client.model;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What an operator did by hand. */
public record AuditEntry(
        UUID id, Instant at, String actor, String action, String subject, Map<String, String> details) {}
