package dev.orderflow.messaging.audit;

import dev.orderflow.messaging.event.EventIds;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;

/** Records what operators do, in the transaction that does it: what took effect is told, what is told took effect. */
@Singleton
public final class Audit {

    private static final String RECORD =
            "INSERT INTO audit (id, actor, action, subject, details) VALUES ($1, $2, $3, $4, $5)";

    public Uni<Void> record(SqlConnection sql, AuditEntry entry) {
        return sql.preparedQuery(RECORD)
                .execute(Tuple.of(EventIds.next(), entry.actor(), entry.action(), entry.subject())
                        .addValue(new JsonObject(Map.copyOf(entry.details()))))
                .replaceWithVoid();
    }
}
