package dev.orderflow.messaging.deadletter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of dead letters: what is asked of it, and how a letter leaves it. */
@Singleton
final class LetterStore {

    private static final String MATCHES = """
            ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR topic = $2) AND ($3::text IS NULL OR type = $3)
            AND ($4::text IS NULL OR key = $4) AND ($5::text IS NULL OR error_type = $5)
            AND ($6::timestamptz IS NULL OR created_at >= $6) AND ($7::timestamptz IS NULL OR created_at < $7)""";

    private static final String LIST = "SELECT " + LetterRow.COLUMNS + " FROM dead_letter WHERE " + MATCHES
            + " AND ($8::bigint IS NULL OR position < $8) ORDER BY position DESC LIMIT $9";

    private static final String RELEASE = "UPDATE dead_letter SET state = 'WAITING' WHERE " + MATCHES;

    private static final String FIND = "SELECT " + LetterRow.COLUMNS + " FROM dead_letter WHERE id = $1";

    private static final String FIRST = "SELECT " + LetterRow.COLUMNS
            + " FROM dead_letter WHERE line = $1 AND state IN ('OPEN', 'WAITING') ORDER BY position LIMIT 1";

    /** A crash may have left a line that nobody works off, or a mark on an empty one: those lines too. */
    private static final String READY_LINES = """
            SELECT parked.line FROM parked_aggregate parked
            LEFT JOIN LATERAL (SELECT state FROM dead_letter WHERE dead_letter.line = parked.line
                               AND state IN ('OPEN', 'WAITING') ORDER BY position LIMIT 1) head ON true
            WHERE head.state IS DISTINCT FROM 'OPEN' ORDER BY parked.since LIMIT $1""";

    private static final String READY_LONERS =
            "SELECT id FROM dead_letter WHERE state = 'WAITING' AND line IS NULL ORDER BY position LIMIT $1";

    private static final String BEHIND = """
            SELECT count(*) FROM dead_letter WHERE line = $1 AND position > $2 AND state IN ('OPEN', 'WAITING')""";

    private static final String SETTLE = """
            UPDATE dead_letter SET state = $2, settled_at = clock_timestamp() WHERE id = $1 RETURNING\s""" + LetterRow.COLUMNS;

    private static final String FAILED = """
            UPDATE dead_letter SET state = 'OPEN', attempts = attempts + 1, error_type = $2, error = $3
            WHERE id = $1 AND state IN ('OPEN', 'WAITING') RETURNING\s""" + LetterRow.COLUMNS;

    /** Newest first, those before that position. */
    Uni<List<DeadLetter>> list(SqlClient sql, DeadLetterFilter filter, Long before, int limit) {
        return sql.preparedQuery(LIST)
                .execute(values(filter).addLong(before).addInteger(limit))
                .map(LetterRow::all);
    }

    Uni<Optional<DeadLetter>> find(SqlClient sql, UUID id) {
        return sql.preparedQuery(FIND).execute(Tuple.of(id)).map(LetterRow::first);
    }

    /** As {@link #find}; nobody else settles it until this transaction ends. */
    Uni<Optional<DeadLetter>> lock(SqlClient sql, UUID id) {
        return sql.preparedQuery(FIND + " FOR UPDATE").execute(Tuple.of(id)).map(LetterRow::first);
    }

    /** Whose turn it is. */
    Uni<Optional<DeadLetter>> first(SqlClient sql, String line) {
        return sql.preparedQuery(FIRST).execute(Tuple.of(line)).map(LetterRow::first);
    }

    /** How many stand behind it. */
    Uni<Long> behind(SqlClient sql, DeadLetter letter) {
        return sql.preparedQuery(BEHIND)
                .execute(Tuple.of(letter.line(), letter.position()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<String>> readyLines(SqlClient sql, int limit) {
        return sql.preparedQuery(READY_LINES)
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
    }

    Uni<List<UUID>> readyLoners(SqlClient sql, int limit) {
        return sql.preparedQuery(READY_LONERS)
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    /** Open letters that match get their turn again; answers how many. */
    Uni<Integer> release(SqlClient sql, DeadLetterFilter filter) {
        return sql.preparedQuery(RELEASE)
                .execute(values(filter.in(LetterState.OPEN)))
                .map(rows -> rows.rowCount());
    }

    Uni<DeadLetter> settle(SqlClient sql, UUID id, LetterState as) {
        return sql.preparedQuery(SETTLE)
                .execute(Tuple.of(id, as.name()))
                .map(rows -> LetterRow.first(rows).orElseThrow());
    }

    /** Empty if somebody has settled it. */
    Uni<Optional<DeadLetter>> failed(SqlClient sql, UUID id, Throwable failure) {
        return sql.preparedQuery(FAILED)
                .execute(Tuple.of(id, Failure.typeOf(failure), Failure.messageOf(failure)))
                .map(LetterRow::first);
    }

    private static Tuple values(DeadLetterFilter filter) {
        return Tuple.tuple()
                .addString(filter.state() == null ? null : filter.state().name())
                .addString(filter.topic())
                .addString(filter.type())
                .addString(filter.key())
                .addString(filter.errorType())
                .addOffsetDateTime(at(filter.from()))
                .addOffsetDateTime(at(filter.to()));
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
