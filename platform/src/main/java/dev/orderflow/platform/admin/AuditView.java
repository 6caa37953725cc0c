package dev.orderflow.platform.admin;

import dev.orderflow.messaging.audit.Audited;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an operator did by hand, as other operators see it. */
@RegisterForReflection
@Schema(
        name = "AuditEntry",
        requiredProperties = {"id", "at", "actor", "action", "subject", "details"})
record AuditView(UUID id, Instant at, String actor, String action, String subject, Map<String, String> details) {

    static AuditView of(Audited audited) {
        var entry = audited.entry();
        return new AuditView(
                audited.id(), audited.at(), entry.actor(), entry.action(), entry.subject(), entry.details());
    }
}
