package dev.orderflow.messaging.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what {@link Audit} has recorded. Sees what is committed. */
@Singleton
public final class AuditLog {

    private static final String FIND = """
            SELECT id, actor, action, subject, details, at FROM audit
            WHERE ($1::text IS NULL OR actor = $1) AND ($2::text IS NULL OR action = $2)
              AND ($3::text IS NULL OR subject = $3)
              AND ($4::timestamptz IS NULL OR at >= $4) AND ($5::timestamptz IS NULL OR at < $5)
              AND ($6::uuid IS NULL OR id < $6)
            ORDER BY id DESC LIMIT $7""";

    /** Newest first, at most {@code limit}. */
    public Uni<List<Audited>> find(SqlClient sql, AuditFilter filter, int limit) {
        var parameters = Tuple.tuple()
                .addValue(filter.actor())
                .addValue(filter.action())
                .addValue(filter.subject())
                .addValue(time(filter.from()))
                .addValue(time(filter.to()))
                .addValue(filter.before())
                .addValue(limit);
        return sql.preparedQuery(FIND)
                .execute(parameters)
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

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
