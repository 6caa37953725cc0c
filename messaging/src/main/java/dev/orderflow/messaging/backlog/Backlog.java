package dev.orderflow.messaging.backlog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;

/**
 * What waits in a service's database. Counted up to {@link #MOST} of each: looking must cost little however much there is.
 *
 * @param unpublished public events behind the relay's cursor
 * @param unpublishedAge of the oldest of them, in seconds; 0 for none
 * @param due tasks that want an attempt now
 * @param late tasks that have wanted one for a minute
 * @param failing open tasks whose last attempt failed
 * @param open dead letters that want a decision
 * @param waiting events behind them
 */
public record Backlog(
        long unpublished, double unpublishedAge, long due, long late, long failing, long open, long waiting) {

    public static final int MOST = 10_000;

    /** The kinds of tasks that there are: one look into their index for each. */
    private static final String KINDS = """
            WITH RECURSIVE kinds AS (
              (SELECT kind FROM task WHERE state = 'OPEN' ORDER BY kind LIMIT 1)
              UNION ALL
              SELECT (SELECT kind FROM task WHERE state = 'OPEN' AND kind > kinds.kind ORDER BY kind LIMIT 1)
              FROM kinds WHERE kinds.kind IS NOT NULL)
            """;

    private static final String LOOK = KINDS + """
            SELECT journal.events, journal.age, task.due, task.late, task.failing, letter.open, letter.waiting
            FROM (SELECT count(*) AS events,
                         coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS age
                  FROM (SELECT recorded_at FROM journal
                        WHERE position > (SELECT position FROM relay_cursor) AND topic IS NOT NULL
                        ORDER BY position LIMIT %1$d) behind) journal,
                 (SELECT count(*) FILTER (WHERE due_at <= clock_timestamp()) AS due,
                         count(*) FILTER (WHERE due_at <= clock_timestamp() - interval '1 minute') AS late,
                         count(last_error) AS failing
                  FROM (SELECT first.due_at, first.last_error
                        FROM kinds CROSS JOIN LATERAL (SELECT due_at, last_error FROM task
                                                       WHERE state = 'OPEN' AND kind = kinds.kind
                                                       ORDER BY due_at LIMIT %1$d) first
                        ORDER BY due_at LIMIT %1$d) open) task,
                 (SELECT count(*) FILTER (WHERE state = 'OPEN') AS open,
                         count(*) FILTER (WHERE state = 'WAITING') AS waiting
                  FROM (SELECT state FROM dead_letter WHERE state IN ('OPEN', 'WAITING') LIMIT %1$d) unsettled) letter
            """.formatted(MOST);

    public static Uni<Backlog> of(SqlClient sql) {
        return sql.preparedQuery(LOOK).execute().map(rows -> of(rows.iterator().next()));
    }

    private static Backlog of(Row row) {
        return new Backlog(
                row.getLong("events"),
                row.getDouble("age"),
                row.getLong("due"),
                row.getLong("late"),
                row.getLong("failing"),
                row.getLong("open"),
                row.getLong("waiting"));
    }
}
