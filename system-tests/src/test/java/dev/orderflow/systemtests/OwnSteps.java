package dev.orderflow.systemtests;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a service did by itself since a moment: transactions that took an event in, or appended what followed from one, or
 * recorded what came of a task. A request that is answered does none of that.
 */
final class OwnSteps {

    private static final String NEWER = """
            WITH own AS (
              SELECT xmin::text AS xid FROM inbox WHERE xmin::text::bigint >= %1$d
              UNION SELECT xmin::text FROM journal
                    WHERE xmin::text::bigint >= %1$d AND headers -> 'causationId' IS NOT NULL
              UNION SELECT xmin::text FROM task WHERE xmin::text::bigint >= %1$d AND attempt > 0)
            SELECT count(*), count(*) FILTER (WHERE xmin::text NOT IN (SELECT xid FROM own))
            FROM %2$s WHERE xmin::text::bigint >= %1$d""";

    private final Statement statement;
    private final long since;

    /** @param since the number of the first transaction that counts */
    OwnSteps(Statement statement, long since) {
        this.statement = statement;
        this.since = since;
    }

    /** Whether the table has newer rows, and all of them are of such a transaction. */
    boolean explain(String table) throws SQLException {
        try (var found = statement.executeQuery(NEWER.formatted(since, table))) {
            found.next();
            return found.getLong(1) > 0 && found.getLong(2) == 0;
        }
    }
}
