package dev.orderflow.messaging.relay;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.journal.Cause;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the journal for the relay. */
@Singleton
final class JournalTail {

    /**
     * One statement, hence one snapshot, for the new rows, the rows that have come up in gaps, and the xmin that judges
     * the gaps that are still empty. The left join keeps the xmin when there is no row.
     */
    private static final String POLL = """
            SELECT snapshot.xmin, j.position, j.event_id, j.topic, j.key, j.version, j.type, j.data_version,
                   coalesce(j.payload || (SELECT p.payload FROM personal p WHERE p.event_id = j.event_id),
                            j.payload)::text AS payload,
                   j.headers::text AS headers, j.recorded_at
            FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xmin) snapshot
            LEFT JOIN LATERAL (
              (SELECT row.* FROM unnest($2::bigint[], $3::bigint[]) AS gap (first, last)
               CROSS JOIN LATERAL (SELECT * FROM journal WHERE position BETWEEN gap.first AND gap.last
                                   ORDER BY position LIMIT $4) row
               ORDER BY position LIMIT $4)
              UNION ALL
              (SELECT * FROM journal WHERE position > $1 ORDER BY position LIMIT $4)
              ORDER BY position LIMIT $4
            ) j ON true
            ORDER BY j.position""";

    private static final String NEXT_XID = "SELECT pg_current_xact_id()::text::bigint AS xid";

    private final Pool pool;
    private final EventCodec codec;

    @Inject
    JournalTail(Pool pool, EventCodec codec) {
        this.pool = pool;
        this.codec = codec;
    }

    Uni<Poll> poll(Gaps gaps, int limit) {
        return pool.preparedQuery(POLL)
                .execute(Tuple.of(gaps.highest(), gaps.firsts(), gaps.lasts(), limit))
                .map(this::toPoll);
    }

    /**
     * An xid that is higher than that of every transaction that has drawn a position so far. In a transaction of its
     * own: a snapshot's xmax would be too low, it is only the last completed xid + 1.
     */
    Uni<Long> nextXid() {
        return pool.query(NEXT_XID).execute().map(rows -> rows.iterator().next().getLong("xid"));
    }

    private Poll toPoll(RowSet<Row> rows) {
        long xmin = rows.iterator().next().getLong("xmin");
        List<JournalRow> read = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getLong("position") != null)
                .map(this::toRow)
                .toList();
        return new Poll(xmin, read);
    }

    private JournalRow toRow(Row row) {
        return new JournalRow(
                row.getLong("position"),
                row.getUUID("event_id"),
                row.getString("topic"),
                row.getString("key"),
                row.getLong("version"),
                row.getString("type"),
                row.getInteger("data_version"),
                row.getString("payload"),
                codec.read(row.getString("headers"), Cause.class),
                row.getOffsetDateTime("recorded_at").toInstant());
    }
}
