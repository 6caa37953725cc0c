package dev.orderflow.messaging.deadletter;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventIds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Keeps what is personal of those who were erased out of letters that are not settled. The letter stays, with its place in
 * its line; what it can't be handled without now fails when it is replayed, and is discarded then.
 *
 * <p>What was stored before goes after the commit, page by page ({@link LetterSweep}). What comes later is stored without
 * it, if its event was made before the erasure. Nothing comes in between: an erasure and who stores letters wait for each
 * other.
 */
@Singleton
public final class LetterErasure {

    private static final String LOCK = "SELECT %s(hashtext('orderflow.letter-erasure')) IS NULL";
    private static final String SHUT_OUT = LOCK.formatted("pg_advisory_xact_lock");
    private static final String HOLD_OFF = LOCK.formatted("pg_advisory_xact_lock_shared");

    private static final String REMEMBER = """
            INSERT INTO erased_subject AS known (subject, erased_at)
            SELECT subject, max(at) FROM unnest($1::text[], $2::timestamptz[]) AS e(subject, at)
            GROUP BY subject ORDER BY subject
            ON CONFLICT (subject) DO UPDATE SET erased_at = greatest(known.erased_at, excluded.erased_at), swept = 0""";

    private static final String KNOWN = "SELECT subject, erased_at FROM erased_subject WHERE subject = ANY ($1)";

    private final EventCodec codec;

    @Inject
    public LetterErasure(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * To be called before anything else is locked: whoever stores a letter has this lock first as well. Costs the same
     * however many letters there are.
     */
    public Uni<Void> erase(SqlConnection sql, Collection<Erasure> erasures) {
        return sql.query(SHUT_OUT)
                .execute()
                .chain(() -> sql.preparedQuery(REMEMBER).execute(parameters(erasures)))
                .replaceWithVoid();
    }

    private static Tuple parameters(Collection<Erasure> erasures) {
        return Tuple.tuple()
                .addArrayOfString(erasures.stream().map(Erasure::subject).toArray(String[]::new))
                .addArrayOfOffsetDateTime(erasures.stream()
                        .map(each -> each.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    /** The letters as they may be stored in this transaction. */
    Uni<List<NewDeadLetter>> storable(SqlConnection sql, List<NewDeadLetter> letters) {
        return sql.query(HOLD_OFF)
                .execute()
                .chain(() -> sql.preparedQuery(KNOWN).execute(subjects(letters)))
                .map(LetterErasure::erasedAt)
                .map(erased -> erased.isEmpty()
                        ? letters
                        : letters.stream().map(each -> storable(each, erased)).toList());
    }

    private Tuple subjects(List<NewDeadLetter> letters) {
        return Tuple.tuple()
                .addArrayOfString(
                        letters.stream().flatMap(this::strings).distinct().toArray(String[]::new));
    }

    private Stream<String> strings(NewDeadLetter letter) {
        return Optional.ofNullable(letter.payload()).map(codec::strings).orElse(Set.of()).stream()
                .map(Storable::text);
    }

    private static Map<String, Instant> erasedAt(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(toMap(
                        row -> row.getString("subject"),
                        row -> row.getOffsetDateTime("erased_at").toInstant()));
    }

    private NewDeadLetter storable(NewDeadLetter letter, Map<String, Instant> erased) {
        boolean isErased = strings(letter)
                .filter(erased::containsKey)
                .map(erased::get)
                .anyMatch(at -> isOlder(letter.eventId(), at));
        return isErased
                ? letter.with(
                        codec.withoutPersonal(letter.type(), letter.payload()).orElse(null))
                : letter;
    }

    /** One that doesn't tell its age is taken for old. */
    private static boolean isOlder(UUID event, Instant erasedAt) {
        return event == null || event.version() != 7 || !EventIds.madeAt(event).isAfter(erasedAt);
    }
}
