package dev.orderflow.platform.idempotency;

import dev.orderflow.platform.security.Digest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The table of keys. Rows beyond their retention count as absent, swept or not. */
@Singleton
class KeyStore {

    /** The answer that a key was given. */
    record Row(Digest body, StoredAnswer answer) {}

    /** Whether this transaction now owns the key, and what the key was given before. */
    record Attempt(boolean locked, Optional<Row> row) {}

    private static final String LIVE = """
            select body_hash, status, location, etag, body from idempotency_key
            where caller = %s and call = %s and key = %s and created_at > now() - make_interval(secs => %s)""";

    private static final String ATTEMPT =
            "select pg_try_advisory_xact_lock($5) as locked, found.* from (select 1) as one left join ("
                    + LIVE.formatted("$1", "$2", "$3", "$4") + ") as found on true";

    /** The limit keeps it at one look into the index per key, whatever the planner thinks of the table's size. */
    private static final String EACH = """
            from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked(caller, call, key, n)
            left join lateral (%s limit 1) as found on true
            order by asked.n""".formatted(LIVE.formatted("asked.caller", "asked.call", "asked.key", "$4"));

    private static final String FIND_EACH = "select found.* " + EACH;

    private static final String TRY_EACH = """
            select pg_try_advisory_xact_lock(asked.lock) from unnest($1::bigint[]) with ordinality as asked(lock, n)
            order by asked.n""";

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

    /** Path segments, exactly. What names somebody has a second one, which is what the index has. */
    static final String FORGET_NAMING = """
            delete from idempotency_key where call like '%/%/%' and string_to_array(call, '/') && $1::text[]""";

    private final double retention;

    @Inject
    KeyStore(IdempotencyConfig config) {
        this.retention = config.retention().toMillis() / 1000.0;
    }

    /** What each of them was given, in their order. */
    Uni<List<Optional<Row>>> find(SqlClient sql, List<Claim> claims) {
        return sql.preparedQuery(FIND_EACH)
                .execute(keys(claims))
                .map(rows -> rows.stream().map(KeyStore::row).toList());
    }

    /** Of each, in their order, whether nobody had its lock, and then what it was given: two statements. */
    Uni<List<Attempt>> attempts(SqlConnection sql, List<Claim> claims) {
        return free(sql, claims)
                .chain(free -> find(sql, claims)
                        .map(rows -> IntStream.range(0, claims.size())
                                .mapToObj(n -> new Attempt(free.get(n), rows.get(n)))
                                .toList()));
    }

    private static Uni<List<Boolean>> free(SqlConnection sql, List<Claim> claims) {
        var locks = claims.stream().map(Claim::lock).toArray(Long[]::new);
        return sql.preparedQuery(TRY_EACH)
                .execute(Tuple.tuple().addArrayOfLong(locks))
                .map(rows -> rows.stream().map(row -> row.getBoolean(0)).toList());
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

    Uni<Integer> forgetNaming(SqlClient sql, List<String> segments) {
        return sql.preparedQuery(FORGET_NAMING)
                .execute(Tuple.tuple().addArrayOfString(segments.toArray(String[]::new)))
                .map(RowSet::rowCount);
    }

    private Tuple keys(List<Claim> claims) {
        return Tuple.of(
                claims.stream().map(Claim::caller).toArray(String[]::new),
                claims.stream().map(Claim::call).toArray(String[]::new),
                claims.stream().map(Claim::key).toArray(String[]::new),
                retention);
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
