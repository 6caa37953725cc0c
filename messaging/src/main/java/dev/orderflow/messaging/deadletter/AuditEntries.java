package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.audit.AuditEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What operators did about dead letters, as the audit keeps it. */
final class AuditEntries {

    private AuditEntries() {}

    static AuditEntry replayed(DeadLetter letter, String actor) {
        return of("dead-letter-replayed", letter, Map.of(), actor);
    }

    static AuditEntry failedAgain(DeadLetter letter, Throwable failure, String actor) {
        return of("dead-letter-failed-again", letter, Map.of("errorType", Failure.typeOf(failure)), actor);
    }

    static AuditEntry discarded(DeadLetter letter, String reason, String actor) {
        return of("dead-letter-discarded", letter, reason == null ? Map.of() : Map.of("reason", reason), actor);
    }

    static AuditEntry released(DeadLetterFilter filter, Released released, String actor) {
        var details = new HashMap<String, String>();
        details.put("letters", Integer.toString(released.letters()));
        Optional.ofNullable(filter.topic()).ifPresent(topic -> details.put("topic", topic));
        Optional.ofNullable(filter.type()).ifPresent(type -> details.put("type", type));
        Optional.ofNullable(filter.key()).ifPresent(key -> details.put("key", key));
        Optional.ofNullable(filter.errorType()).ifPresent(type -> details.put("errorType", type));
        Optional.ofNullable(filter.from()).map(Instant::toString).ifPresent(from -> details.put("from", from));
        Optional.ofNullable(filter.to()).map(Instant::toString).ifPresent(to -> details.put("to", to));
        return new AuditEntry(actor, "dead-letters-replayed", "dead-letters", details);
    }

    private static AuditEntry of(String action, DeadLetter letter, Map<String, String> more, String actor) {
        var details = new HashMap<>(more);
        details.put("topic", letter.topic());
        return new AuditEntry(actor, action, letter.id().toString(), details);
    }
}
