package dev.orderflow.client.model;

import java.time.Instant;

/**
 * Which entries; null is any.
 *
 * @param actor the subject of the operator's token
 * @param action {@code channel-paused} for instance
 * @param subject what it was done to: an order's id, a channel's name
 * @param from at this time or later
 * @param to before this time
 */
public record AuditFilter(String actor, String action, String subject, Instant from, Instant to) {

    public static AuditFilter all() {
        return new AuditFilter(null, null, null, null, null);
    }

    public AuditFilter about(String what) {
        return new AuditFilter(actor, action, what, from, to);
    }
}
