package dev.orderflow.messaging.audit;

import dev.orderflow.messaging.sql.Conditions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what {@link Audit} has recorded. Sees what is committed. */
@Singleton
public final class AuditLog {

    private static final String FIND =
            "SELECT id, actor, action, subject, details, at FROM audit WHERE %s ORDER BY id DESC LIMIT %s";

    /** Newest first, at most {@code limit}. */
    public Uni<List<Audited>> find(SqlClient sql, AuditFilter filter, int limit) {
        var conditions = new Conditions()
                .where("actor =", filter.actor())
                .where("action =", filter.action())
                .where("subject =", filter.subject())
                .where("at >=", filter.from())
                .where("at <", filter.to())
                .where("id <", filter.before());
        return sql.preparedQuery(FIND.formatted(conditions.all(), conditions.parameter(limit)))
                .execute(conditions.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(AuditLog::audited)
                        .toList());
    }

    private static Audited audited(Row row) {
        var entry = new AuditEntry(
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                details(row.getJsonObject("details")));
        return new Audited(row.getUUID("id"), entry, row.getOffsetDateTime("at").toInstant());
    }

    private static Map<String, String> details(JsonObject json) {
        return json.stream().collect(Collectors.toMap(Map.Entry::getKey, detail -> String.valueOf(detail.getValue())));
    }
}
