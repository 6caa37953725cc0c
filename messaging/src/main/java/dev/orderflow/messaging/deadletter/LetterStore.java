package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.sql.Conditions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of dead letters: what is asked of it, and how a letter leaves it. */
@Singleton
final class LetterStore {

    private static final String LIST =
            "SELECT " + LetterRow.SUMMARY + " FROM dead_letter WHERE %s ORDER BY position DESC LIMIT %s";

    private static final String OLDEST =
            "SELECT " + LetterRow.SUMMARY + " FROM dead_letter WHERE %s ORDER BY position LIMIT %s";

    private static final String RELEASE =
            "UPDATE dead_letter SET state = 'WAITING' WHERE id = ANY ($1) AND state = 'OPEN'";

    private static final String FIND = "SELECT " + LetterRow.WHOLE + " FROM dead_letter WHERE id = $1";

    private static final String FIRST = "SELECT " + LetterRow.WHOLE
            + " FROM dead_letter WHERE line = $1 AND state IN ('OPEN', 'WAITING') ORDER BY position LIMIT 1";

    private static final String BEHIND = """
            SELECT count(*) FROM dead_letter WHERE line = $1 AND position > $2 AND state IN ('OPEN', 'WAITING')""";

    /** The payload may be personal, and nobody needs it any more. */
    private static final String SETTLE = """
            UPDATE dead_letter SET state = $2, settled_at = clock_timestamp(), payload = NULL WHERE id = $1
            RETURNING\s""" + LetterRow.SUMMARY;

    /** Not if somebody has tried or released it meanwhile. */
    private static final String FAILED = """
            UPDATE dead_letter SET state = 'OPEN', attempts = attempts + 1, error_type = $4, error = $5
            WHERE id = $1 AND state = $2 AND attempts = $3 RETURNING\s""" + LetterRow.SUMMARY;

    /** Newest first, those before that position; without their payloads. */
    Uni<List<DeadLetter>> list(SqlClient sql, DeadLetterFilter filter, Long before, int limit) {
        return selected(sql, LIST, matching(filter).where("position <", before), limit);
    }

    /** Oldest first, without their payloads. */
    Uni<List<DeadLetter>> oldest(SqlClient sql, DeadLetterFilter filter, int limit) {
        return selected(sql, OLDEST, matching(filter), limit);
    }

    private static Uni<List<DeadLetter>> selected(SqlClient sql, String select, Conditions conditions, int limit) {
        return sql.preparedQuery(select.formatted(conditions.all(), conditions.parameter(limit)))
                .execute(conditions.values())
                .map(LetterRow::all);
    }

    private static Conditions matching(DeadLetterFilter filter) {
        return new Conditions()
                .whereNamed("state", filter.state())
                .where("topic =", filter.topic())
                .where("type =", filter.type())
                .where("key =", filter.key())
                .where("error_type =", filter.errorType())
                .where("created_at >=", filter.from())
                .where("created_at <", filter.to());
    }

    Uni<Optional<DeadLetter>> find(SqlClient sql, UUID id) {
        return sql.preparedQuery(FIND).execute(Tuple.of(id)).map(LetterRow::first);
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

    /** Open ones get their turn again; answers how many. */
    Uni<Integer> release(SqlClient sql, Collection<UUID> ids) {
        return sql.preparedQuery(RELEASE)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> rows.rowCount());
    }

    Uni<DeadLetter> settle(SqlClient sql, UUID id, LetterState as) {
        return sql.preparedQuery(SETTLE)
                .execute(Tuple.of(id, as.name()))
                .map(rows -> LetterRow.first(rows).orElseThrow());
    }

    /** @return empty if it is no longer as it was when it was tried */
    Uni<Optional<DeadLetter>> failed(SqlClient sql, DeadLetter tried, Throwable failure) {
        return sql.preparedQuery(FAILED)
                .execute(Tuple.of(tried.id(), tried.state().name(), tried.attempts())
                        .addString(Failure.typeOf(failure))
                        .addString(Failure.messageOf(failure)))
                .map(LetterRow::first);
    }
}
