package dev.orderflow.platform.idempotency;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table of keys. Rows beyond their retention count as absent, swept or not. */
@Singleton
class KeyStore {

    /** The answer that a key was given. */
    record Row(Digest body, StoredAnswer answer) {}

    /** Whether this transaction now owns the key, and what the key was given before. */
    record Attempt(boolean locked, Optional<Row> row) {}

    private static final String FIND = """
            select body_hash, status, location, etag, body from idempotency_key
            where caller = $1 and call = $2 and key = $3 and created_at > now() - make_interval(secs => $4)""";

    private static final String ATTEMPT =
            "select pg_try_advisory_xact_lock($5) as locked, found.* from (select 1) as one left join (" + FIND
                    + ") as found on true";

    /** Writes nothing if a live row is there. */
    private static final String INSERT = """
            insert into idempotency_key as known (caller, call, key, body_hash, status, location, etag, body)
            values ($1, $2, $3, $5, $6, $7, $8, $9)
            on conflict (caller, call, key) do update set body_hash = excluded.body_hash, status = excluded.status,
                location = excluded.location, etag = excluded.etag, body = excluded.body, created_at = now()
            where known.created_at <= now() - make_interval(secs => $4)""";

    /** Rows that another replica is sweeping are left to it. */
    private static final String SWEEP = """
            delete from idempotency_key where ctid = any(array(
                select ctid from idempotency_key where created_at <= now() - make_interval(secs => $1)
                limit $2 for update skip locked))""";

    private static final String FORGET = "delete from idempotency_key where caller = $1";

    private final double retention;

    @Inject
    KeyStore(IdempotencyConfig config) {
        this.retention = config.retention().toMillis() / 1000.0;
    }

    Uni<Optional<Row>> find(SqlClient sql, Claim claim) {
        return sql.preparedQuery(FIND)
                .execute(key(claim))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : row(rows.iterator().next()));
    }

    Uni<Attempt> attempt(SqlConnection sql, Claim claim) {
        return sql.preparedQuery(ATTEMPT)
                .execute(key(claim).addLong(claim.lock()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Attempt(row.getBoolean("locked"), row(row)));
    }

    /** @return false if a twin was first */
    Uni<Boolean> insert(SqlConnection sql, Claim claim, StoredAnswer answer) {
        var values = key(claim)
                .addValue(Buffer.buffer(claim.body().bytes()))
                .addInteger(answer.status())
                .addString(answer.headers().get(Answer.LOCATION))
                .addString(answer.headers().get(Answer.ETAG))
                .addValue(answer.body());
        return sql.preparedQuery(INSERT).execute(values).map(result -> result.rowCount() == 1);
    }

    Uni<Integer> sweep(SqlClient sql, int limit) {
        return sql.preparedQuery(SWEEP).execute(Tuple.of(retention, limit)).map(RowSet::rowCount);
    }

    Uni<Integer> forget(SqlClient sql, String caller) {
        return sql.preparedQuery(FORGET).execute(Tuple.of(caller)).map(RowSet::rowCount);
    }

    private Tuple key(Claim claim) {
        return Tuple.of(claim.caller(), claim.call(), claim.key(), retention);
    }

    private static Optional<Row> row(io.vertx.mutiny.sqlclient.Row row) {
        if (row.getBuffer("body_hash") == null) {
            return Optional.empty();
        }
        var digest =
                new Digest(HexFormat.of().formatHex(row.getBuffer("body_hash").getBytes()));
        return Optional.of(new Row(
                digest,
                new StoredAnswer(
                        row.getInteger("status"),
                        headers(row),
                        row.getBuffer("body").getDelegate(),
                        true)));
    }

    private static Map<String, String> headers(io.vertx.mutiny.sqlclient.Row row) {
        var headers = new TreeMap<String, String>();
        Optional.ofNullable(row.getString("location")).ifPresent(value -> headers.put(Answer.LOCATION, value));
        Optional.ofNullable(row.getString("etag")).ifPresent(value -> headers.put(Answer.ETAG, value));
        return headers;
    }
}
