package dev.orderflow.platform.ticket;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The table of tickets. Every time in it is the database's. */
@Singleton
final class TicketStore {

    private static final String INSERT = """
            insert into ticket (hash, subject, groups, email, token_expires_at, expires_at)
            select $1, $2, $3, $4, $5, least(now() + make_interval(secs => $6), $5)
            where (select count(*) from ticket where subject = $2 and expires_at > now()) < $7
            returning expires_at""";

    /** Of two that use it in the same moment the second waits for the first, and then finds nothing. */
    private static final String TAKE = """
            delete from ticket where hash = $1
            returning subject, groups, email, token_expires_at, expires_at > now() as live""";

    /** Rows that another replica is sweeping, or a client using, are left to them. */
    private static final String SWEEP = """
            delete from ticket where hash = any(array(
                select hash from ticket where expires_at <= now() limit $1 for update skip locked))""";

    private final double life;
    private final long perSubject;

    @Inject
    TicketStore(TicketConfig config) {
        this.life = config.life().toMillis() / 1000.0;
        this.perSubject = config.perSubject();
    }

    /** @return when it expires; empty if the subject holds too many */
    Uni<Optional<Instant>> insert(SqlClient sql, Secret secret, Bearer bearer) {
        var values = Tuple.tuple()
                .addValue(Buffer.buffer(secret.hash()))
                .addString(bearer.subject())
                .addArrayOfString(bearer.groups().toArray(String[]::new))
                .addString(bearer.email())
                .addOffsetDateTime(bearer.until().atOffset(ZoneOffset.UTC))
                .addDouble(life)
                .addLong(perSubject);
        return sql.preparedQuery(INSERT)
                .execute(values)
                .map(rows -> first(rows).map(row -> instant(row, "expires_at")));
    }

    /** Uses it up. Empty if there is no such ticket, or it has expired. */
    Uni<Optional<Bearer>> take(SqlClient sql, Secret secret) {
        return sql.preparedQuery(TAKE)
                .execute(Tuple.tuple().addValue(Buffer.buffer(secret.hash())))
                .map(rows -> first(rows).filter(row -> row.getBoolean("live")).map(TicketStore::bearer));
    }

    Uni<Integer> sweep(SqlClient sql, int limit) {
        return sql.preparedQuery(SWEEP).execute(Tuple.of(limit)).map(RowSet::rowCount);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static Bearer bearer(Row row) {
        return new Bearer(
                row.getString("subject"),
                Set.of(row.getArrayOfStrings("groups")),
                row.getString("email"),
                instant(row, "token_expires_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
