package dev.orderflow.messaging.task;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.journal.Cause;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The task table. Times are the database's, so that the clocks of replicas don't matter. */
@Singleton
public final class Tasks {

    /** What has a place is stored as a claim would leave it. */
    private static final String INSERT = """
            INSERT INTO task (id, kind, key, payload, headers, deadline, attempt, leased, due_at)
            SELECT id, kind, key, payload::jsonb, headers::jsonb, deadline, placed::int, placed,
              CASE WHEN placed THEN clock_timestamp() + $9::bigint * interval '1 millisecond' ELSE due_at END
            FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::bool[])
              AS t(id, kind, key, payload, headers, deadline, due_at, placed)""";

    /**
     * The first of these kinds, at most $3: so many of each are looked for, and locked until the statement ends. The time that is
     * compared must be a stable function: a volatile one like clock_timestamp() reads the whole index, task by task. The
     * ids are an array, which is asked for once: IN may be joined by a nested loop that asks again for each row, and
     * then claims more than the limit.
     */
    private static final String FIRST_OF_KINDS = """
            id = ANY (ARRAY(SELECT first.id
                            FROM unnest($1::text[]) AS wanted(kind)
                            CROSS JOIN LATERAL (SELECT id, due_at FROM task
                                                WHERE state = 'OPEN' AND kind = wanted.kind AND %s
                                                ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED) AS first
                            ORDER BY first.due_at LIMIT $3))""";

    private static final String DUE = FIRST_OF_KINDS.formatted("due_at <= statement_timestamp()");

    private static final String DUE_LATER = FIRST_OF_KINDS.formatted(
            "NOT leased AND due_at > statement_timestamp() + $2::bigint * interval '1 millisecond'");

    /** A claim moves due_at behind the lease: a worker that dies gives the task back by doing nothing. */
    static final String CLAIM = """
            UPDATE task SET attempt = attempt + 1, leased = true,
              due_at = clock_timestamp() + $2::bigint * interval '1 millisecond'
            WHERE %s
            RETURNING id, kind, key, payload::text, headers::text, attempt, deadline""".formatted(DUE);

    /**
     * An open one. Said like this no index of open tasks can be used, which looks cheaper than the key's when the table is
     * all but empty, and then is read in full.
     */
    private static final String STILL_OPEN = "state <> 'EXPIRED'";

    /**
     * The tasks of which these attempts are the newest, an id once. No join: a table of tasks is all but empty whenever a system
     * that keeps up is analyzed, so a join would be planned to read all of it, and go on so while a backlog fills it.
     */
    private static final String FENCED =
            "id = ANY ($1::uuid[]) AND attempt = ($2::int[])[array_position($1, id)] AND " + STILL_OPEN;

    static final String FINISH = "DELETE FROM task WHERE " + FENCED;

    /** The payload may be personal and nobody needs it any more. */
    static final String EXPIRE =
            "UPDATE task SET state = 'EXPIRED', payload = '{}' WHERE id = $1 AND attempt = $2 AND " + STILL_OPEN;

    static final String OWNED = "SELECT id, attempt FROM task WHERE " + FENCED;

    /** Due at the deadline at the latest; behind it, where only the expiry is left to be tried, after the whole pause. */
    static final String RETRY = """
            UPDATE task SET last_error = $4, leased = false, due_at = CASE WHEN deadline > clock_timestamp()
              THEN least(deadline, clock_timestamp() + $3::bigint * interval '1 millisecond')
              ELSE clock_timestamp() + $3::bigint * interval '1 millisecond' END
            WHERE id = $1 AND attempt = $2 AND\s""" + STILL_OPEN;

    /**
     * Waits for nobody: who holds the row is ending the task, or has just taken it over. One that has been put back in the
     * meantime keeps the time of its next try.
     */
    static final String PROLONG = """
            UPDATE task SET due_at = clock_timestamp() + $3::bigint * interval '1 millisecond'
            WHERE id = ANY (ARRAY(SELECT id FROM task WHERE %s AND leased FOR UPDATE SKIP LOCKED))""".formatted(FENCED);

    /** Due at once, and no one's. Waits for nobody either. */
    static final String HAND_BACK = """
            UPDATE task SET due_at = clock_timestamp(), leased = false
            WHERE id = ANY (ARRAY(SELECT id FROM task WHERE %s AND leased FOR UPDATE SKIP LOCKED))""".formatted(FENCED);

    /** Those that are due next first. What is due within that time, or under way, stays as it is. */
    static final String HASTEN = """
            UPDATE task SET due_at = clock_timestamp() + random() * $2::bigint * interval '1 millisecond'
            WHERE %s""".formatted(DUE_LATER);

    private static final int FIRST = 1;

    private final EventCodec codec;

    @Inject
    public Tasks(EventCodec codec) {
        this.codec = codec;
    }

    /** One statement for all of them. Answers those that have a place, as a claim would. */
    public Uni<List<Task>> insert(SqlConnection sql, List<ScheduledTask> scheduled, Booking booking) {
        if (scheduled.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var tasks = scheduled.stream().map(this::begun).toList();
        return sql.preparedQuery(INSERT)
                .execute(parameters(scheduled, tasks, booking))
                .replaceWith(() -> placed(scheduled, tasks, booking));
    }

    private Task begun(ScheduledTask scheduled) {
        var task = scheduled.task();
        return new Task(
                scheduled.id(),
                task.kind(),
                task.key(),
                codec.write(task.payload()),
                scheduled.cause().traceparent(),
                FIRST,
                task.deadline());
    }

    private static List<Task> placed(List<ScheduledTask> scheduled, List<Task> tasks, Booking booking) {
        return IntStream.range(0, tasks.size())
                .filter(i -> booking.isFor(scheduled.get(i)))
                .mapToObj(tasks::get)
                .toList();
    }

    Uni<List<Task>> claim(SqlClient sql, Set<String> kinds, Duration lease, int limit) {
        return sql.preparedQuery(CLAIM)
                .execute(Tuple.of(kinds.toArray(String[]::new), lease.toMillis(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::task)
                        .toList());
    }

    /** Begins their leases anew, but of none that a newer attempt owns. */
    Uni<Void> prolong(SqlClient sql, List<Task> tasks, Duration lease) {
        return sql.preparedQuery(PROLONG)
                .execute(fences(tasks).addLong(lease.toMillis()))
                .replaceWithVoid();
    }

    /** Ends their leases now. An answer that comes all the same is recorded as long as there is no newer attempt. */
    Uni<Void> handBack(SqlClient sql, List<Task> tasks) {
        return sql.preparedQuery(HAND_BACK).execute(fences(tasks)).replaceWithVoid();
    }

    /** Fails with {@link FenceLostException} when a newer attempt owns one of them: then nothing may be recorded. */
    Uni<Void> finish(SqlConnection sql, List<Task> done) {
        return sql.preparedQuery(FINISH)
                .execute(fences(done))
                .invoke(rows -> {
                    if (rows.rowCount() != done.size()) {
                        throw new FenceLostException(done.getFirst());
                    }
                })
                .replaceWithVoid();
    }

    /** Keeps the row, without its payload, for an operator to see; false when a newer attempt owns the task. */
    Uni<Boolean> expire(SqlConnection sql, Task task) {
        return sql.preparedQuery(EXPIRE)
                .execute(Tuple.of(task.id(), task.attempt()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Those that are still the newest attempt. Takes no lock: the aggregate is locked before the task. */
    Uni<Set<Task>> owned(SqlConnection sql, List<Task> tasks) {
        return sql.preparedQuery(OWNED).execute(fences(tasks)).map(rows -> {
            var newest = StreamSupport.stream(rows.spliterator(), false)
                    .collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getInteger("attempt")));
            return tasks.stream()
                    .filter(task -> Integer.valueOf(task.attempt()).equals(newest.get(task.id())))
                    .collect(Collectors.toSet());
        });
    }

    /** The newest attempt of each: a process whose lease has ended unnoticed may hold an older one as well. */
    private static Tuple fences(List<Task> tasks) {
        var newest = new LinkedHashMap<UUID, Integer>();
        tasks.forEach(task -> newest.merge(task.id(), task.attempt(), Math::max));
        return Tuple.tuple()
                .addArrayOfUUID(newest.keySet().toArray(UUID[]::new))
                .addArrayOfInteger(newest.values().toArray(Integer[]::new));
    }

    /** Nothing happens when a newer attempt owns the task. */
    Uni<Void> retry(SqlClient sql, Task task, Duration in, String error) {
        return sql.preparedQuery(RETRY)
                .execute(Tuple.of(task.id(), task.attempt(), in.toMillis(), error))
                .replaceWithVoid();
    }

    /** Makes at most so many, those with the shortest waits, due within a time, spread over it. Answers how many. */
    Uni<Integer> hasten(SqlClient sql, Set<String> kinds, Duration within, int most) {
        return sql.preparedQuery(HASTEN)
                .execute(Tuple.of(kinds.toArray(String[]::new), within.toMillis(), most))
                .map(RowSet::rowCount);
    }

    private Tuple parameters(List<ScheduledTask> scheduled, List<Task> tasks, Booking booking) {
        return Tuple.tuple()
                .addArrayOfUUID(tasks.stream().map(Task::id).toArray(UUID[]::new))
                .addArrayOfString(tasks.stream().map(Task::kind).toArray(String[]::new))
                .addArrayOfString(tasks.stream().map(Task::key).toArray(String[]::new))
                .addArrayOfString(tasks.stream().map(Task::payload).toArray(String[]::new))
                .addArrayOfString(scheduled.stream()
                        .map(each -> codec.write(each.cause()))
                        .toArray(String[]::new))
                .addArrayOfOffsetDateTime(times(tasks, Task::deadline))
                .addArrayOfOffsetDateTime(times(scheduled, each -> each.task().due()))
                .addArrayOfBoolean(scheduled.stream().map(booking::isFor).toArray(Boolean[]::new))
                .addLong(booking.lease().toMillis());
    }

    private static <T> OffsetDateTime[] times(List<T> all, Function<T, Instant> time) {
        return all.stream()
                .map(each -> time.apply(each).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private Task task(Row row) {
        var cause = codec.read(row.getString("headers"), Cause.class);
        return new Task(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("key"),
                row.getString("payload"),
                cause.traceparent(),
                row.getInteger("attempt"),
                row.getOffsetDateTime("deadline").toInstant());
    }
}
