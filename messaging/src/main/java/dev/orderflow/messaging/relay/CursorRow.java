package dev.orderflow.messaging.relay;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The relay's one durable row: cursor, lease and fence. Whoever holds the lease moves the cursor; a holder that was
 * frozen past its lease and wakes up finds a higher epoch, and its update changes nothing.
 */
@Singleton
final class CursorRow {

    private static final String ACQUIRE = """
            UPDATE relay_cursor SET owner = $1, epoch = epoch + 1,
                   lease_until = clock_timestamp() + $2::bigint * interval '1 millisecond'
            WHERE lease_until < clock_timestamp()
            RETURNING epoch, position""";

    private static final String ADVANCE = """
            UPDATE relay_cursor SET position = $3,
                   lease_until = clock_timestamp() + $4::bigint * interval '1 millisecond'
            WHERE owner = $1 AND epoch = $2 AND position <= $3""";

    private static final String PROLONG = """
            UPDATE relay_cursor SET lease_until = clock_timestamp() + $3::bigint * interval '1 millisecond'
            WHERE owner = $1 AND epoch = $2 AND lease_until > '-infinity'""";

    private static final String RELEASE = """
            UPDATE relay_cursor SET lease_until = '-infinity', position = greatest(position, $3)
            WHERE owner = $1 AND epoch = $2""";

    private final Pool pool;

    @Inject
    CursorRow(Pool pool) {
        this.pool = pool;
    }

    /** Empty while another replica holds the lease. */
    Uni<Optional<Lease>> acquire(UUID owner, Duration length) {
        return pool.preparedQuery(ACQUIRE)
                .execute(Tuple.of(owner, length.toMillis()))
                .map(rows -> first(rows).map(row -> new Lease(owner, row.getLong("epoch"), row.getLong("position"))));
    }

    /** Moves the cursor and prolongs the lease. Fails with {@link LeaseLostException} behind the fence. */
    Uni<Void> advance(Lease lease, long position, Duration length) {
        return pool.preparedQuery(ADVANCE)
                .execute(Tuple.of(lease.owner(), lease.epoch(), position, length.toMillis()))
                .invoke(rows -> requireHeld(rows, lease))
                .replaceWithVoid();
    }

    private static void requireHeld(RowSet<Row> changed, Lease lease) {
        if (changed.rowCount() == 0) {
            throw new LeaseLostException(lease);
        }
    }

    /** Leaves the cursor where it is. Fails with {@link LeaseLostException} behind the fence, or behind a hand-back. */
    Uni<Void> prolong(Lease lease, Duration length) {
        return pool.preparedQuery(PROLONG)
                .execute(Tuple.of(lease.owner(), lease.epoch(), length.toMillis()))
                .invoke(rows -> requireHeld(rows, lease))
                .replaceWithVoid();
    }

    /** Moves the cursor and lets the next one have the lease at once. False behind the fence. */
    Uni<Boolean> release(Lease lease, long position) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(lease.owner(), lease.epoch(), position))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }
}
