package dev.orderflow.messaging.audit;

import java.util.Map;

/**
 * What an operator did by hand.
 *
 * @param actor who did it: the subject of the caller's token
 * @param action a stable name in kebab case ({@code dead-letter-replayed})
 * @param subject what it was done to: an id
 * @param details what else tells it apart, such as a reason; no personal data
 */
public record AuditEntry(String actor, String action, String subject, Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
