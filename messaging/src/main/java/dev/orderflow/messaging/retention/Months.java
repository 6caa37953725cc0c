package dev.orderflow.messaging.retention;

import dev.orderflow.messaging.retention.Month.Fate;
import dev.orderflow.messaging.retention.Month.Table;
import dev.orderflow.messaging.transaction.Pause;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.DatabaseException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Drops months of journal and inbox. No writer waits for longer than drop_month's lock_timeout and its catalogue
 * changes; a month that holds something unpublished stays.
 */
@Singleton
final class Months {

    private static final String BEFORE = """
            SELECT name FROM months_before($1, clock_timestamp() - $2::bigint * interval '1 millisecond')""";

    private static final String OLDEST = "SELECT min(month_start) AS oldest FROM months_before($1, 'infinity')";

    private static final String UNPUBLISHED = "SELECT is_unpublished($1)";

    private static final String DROP = "SELECT drop_month($1, $2)";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final int TRIES = 5;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final PersonalRows personal;
    private final Pause pause;

    @Inject
    Months(PersonalRows personal, Pause pause) {
        this.personal = personal;
        this.pause = pause;
    }

    /** Those that ended longer ago than that, oldest first. */
    Uni<List<Month>> olderThan(SqlConnection sql, Table table, Duration age) {
        return sql.preparedQuery(BEFORE)
                .execute(Tuple.of(table.sql(), age.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Month(table, row.getString("name")))
                        .toList());
    }

    /** When the oldest month began; empty when there is none. */
    Uni<Optional<OffsetDateTime>> oldest(SqlConnection sql, Table table) {
        return sql.preparedQuery(OLDEST)
                .execute(Tuple.of(table.sql()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("oldest")));
    }

    Uni<Fate> drop(SqlConnection sql, Month month) {
        return month.table() == Table.JOURNAL
                ? isUnpublished(sql, month)
                        .chain(held -> held
                                ? Uni.createFrom().item(Fate.UNPUBLISHED)
                                : personal.deleteOf(sql, month).chain(() -> tryToDrop(sql, month, TRIES)))
                : tryToDrop(sql, month, TRIES);
    }

    /** Asked without a lock: nobody has to wait in vain for a month that stays. */
    private static Uni<Boolean> isUnpublished(SqlConnection sql, Month month) {
        return sql.preparedQuery(UNPUBLISHED)
                .execute(Tuple.of(month.name()))
                .map(rows -> Boolean.TRUE.equals(rows.iterator().next().getBoolean(0)));
    }

    private Uni<Fate> tryToDrop(SqlConnection sql, Month month, int tries) {
        return sql.preparedQuery(DROP)
                .execute(Tuple.of(month.table().sql(), month.name()))
                .map(rows -> rows.iterator().next().getBoolean(0) ? Fate.DROPPED : Fate.UNPUBLISHED)
                .onFailure(Months::isInUse)
                .recoverWithUni(() -> tries == 1
                        ? Uni.createFrom().item(Fate.IN_USE)
                        : pause.of(BETWEEN_TRIES).chain(() -> tryToDrop(sql, month, tries - 1)));
    }

    private static boolean isInUse(Throwable failure) {
        return failure instanceof DatabaseException database && LOCK_NOT_AVAILABLE.equals(database.getSqlState());
    }
}
