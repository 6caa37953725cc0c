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
import java.util.function.Function;
import java.util.function.IntFunction;
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

    /** The limit keeps it at one look into the index per key, whatever the planner thinks of the table's size. */
    private static final String EACH = """
            from unnest(%s) with ordinality as asked(caller, call, key, %sn)
            left join lateral (%s limit 1) as found on true
            order by asked.n""";

    private static final String KEYS = "$1::text[], $2::text[], $3::text[]";

    private static final String EACH_LIVE = LIVE.formatted("asked.caller", "asked.call", "asked.key", "$4");

    private static final String FIND_EACH = "select found.* " + EACH.formatted(KEYS, "", EACH_LIVE);

    private static final String TAKE_EACH = "select pg_try_advisory_xact_lock(asked.lock) as locked, found.* "
            + EACH.formatted(KEYS + ", $5::bigint[]", "lock, ", EACH_LIVE);

    private static final String TRY_EACH = """
            select pg_try_advisory_xact_lock(asked.lock) from unnest($1::bigint[]) with ordinality as asked(lock, n)
            order by asked.n""";

    /** Writes nothing where a live row is there. In the order of the primary key, so that nobody waits in a circle. */
    private static final String INSERT = """
            insert into idempotency_key as known (caller, call, key, body_hash, status, location, etag, body)
            select caller, call, key, body_hash, status, location, etag, body
            from unnest($1::text[], $2::text[], $3::text[], $5::bytea[], $6::int[], $7::text[], $8::text[], $9::bytea[])
                as given(caller, call, key, body_hash, status, location, etag, body)
            order by caller, call, key
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
        return sql.preparedQuery(TRY_EACH)
                .execute(Tuple.tuple().addArrayOfLong(locks(claims)))
                .map(rows -> rows.stream().map(row -> row.getBoolean(0)).toList());
    }

    /**
     * Tries to take the lock of each, which the transaction then has, and tells what it was given: one statement, which does not
     * see what was committed since it began.
     */
    Uni<List<Attempt>> take(SqlConnection sql, List<Claim> claims) {
        return sql.preparedQuery(TAKE_EACH)
                .execute(keys(claims).addArrayOfLong(locks(claims)))
                .map(rows -> rows.stream()
                        .map(row -> new Attempt(row.getBoolean("locked"), row(row)))
                        .toList());
    }

    /**
     * @param answers no key twice
     * @return false if a twin of one of them was first
     */
    Uni<Boolean> insert(SqlConnection sql, Map<Claim, StoredAnswer> answers) {
        var given = List.copyOf(answers.entrySet());
        var values = keys(given.stream().map(Map.Entry::getKey).toList())
                .addValue(column(
                        given,
                        Buffer[]::new,
                        each -> Buffer.buffer(each.getKey().body().bytes())))
                .addArrayOfInteger(
                        column(given, Integer[]::new, each -> each.getValue().status()))
                .addArrayOfString(header(given, Answer.LOCATION))
                .addArrayOfString(header(given, Answer.ETAG))
                .addValue(column(given, Buffer[]::new, each -> each.getValue().body()));
        return sql.preparedQuery(INSERT).execute(values).map(result -> result.rowCount() == given.size());
    }

    private static String[] header(List<Map.Entry<Claim, StoredAnswer>> given, String name) {
        return column(given, String[]::new, each -> each.getValue().headers().get(name));
    }

    private static <S, T> T[] column(List<S> rows, IntFunction<T[]> array, Function<S, T> value) {
        return rows.stream().map(value).toArray(array);
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
                column(claims, String[]::new, Claim::caller),
                column(claims, String[]::new, Claim::call),
                column(claims, String[]::new, Claim::key),
                retention);
    }

    private static Long[] locks(List<Claim> claims) {
        return column(claims, Long[]::new, Claim::lock);
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
