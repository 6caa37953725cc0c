package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Bytes that Postgres has handed to the operating system so far, by its own account; a session tells its part some seconds
 * late. What Linux books for a process is no measure of that: for each page that is made dirty it books the whole folio
 * around it, up to 2 MiB, and a commit makes the page dirty that the one before has written out.
 *
 * @param wal a page of it again with each commit that it holds
 * @param newSegments zeros, of WAL segments that were made since none was there to be used again
 * @param pages of tables and indexes: when one is made, and whenever it is written
 */
record Written(long wal, long newSegments, long pages) {

    private static final String COUNTS = """
            SELECT sum(write_bytes) FILTER (WHERE object = 'wal' AND context <> 'init') AS wal,
                   sum(write_bytes) FILTER (WHERE object = 'wal' AND context = 'init') AS segments,
                   sum(coalesce(write_bytes, 0) + coalesce(extend_bytes, 0)) FILTER (WHERE object <> 'wal') AS pages
            FROM pg_stat_io""";

    static Written of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(COUNTS)) {
            row.next();
            return new Written(row.getLong("wal"), row.getLong("segments"), row.getLong("pages"));
        }
    }

    Written minus(Written earlier) {
        return new Written(wal - earlier.wal, newSegments - earlier.newSegments, pages - earlier.pages);
    }

    /** For each of so many orders. */
    ObjectNode each(long orders) {
        return Json.object()
                .put("wal", wal / orders)
                .put("newWalSegments", newSegments / orders)
                .put("tablesAndIndexes", pages / orders);
    }
}
