package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Takes what is personal of those who were erased out of the letters that were stored before, a page in a transaction. It
 * waits for no letter, and none for it: one that is settled meanwhile has no payload any more. Any number of replicas may
 * do so, each for other people; a crash costs a page.
 */
@Singleton
final class LetterSweep {

    private static final String CLAIM = """
            SELECT subject, swept FROM erased_subject WHERE swept IS NOT NULL ORDER BY swept, subject LIMIT $1
            FOR UPDATE SKIP LOCKED""";

    /** A row for each letter of theirs, and one if there is none: it tells how far the page goes, null behind the last. */
    private static final String PAGE = """
            WITH page AS MATERIALIZED (
              SELECT id, position AS place, type, payload FROM dead_letter
              WHERE position > $2 AND state IN ('OPEN', 'WAITING') AND payload IS NOT NULL ORDER BY position LIMIT $3
            )
            SELECT whole.reached, l.id, l.type, l.payload FROM (SELECT max(place) AS reached FROM page) whole
            LEFT JOIN page l ON EXISTS (SELECT FROM unnest($1::text[]) AS t(subject)
                                        WHERE position(convert_to(subject, 'UTF8') IN l.payload) > 0)""";

    private static final String STORE = """
            UPDATE dead_letter l SET payload = t.payload FROM unnest($1::uuid[], $2::bytea[]) AS t(id, payload)
            WHERE l.id = t.id AND l.payload IS NOT NULL""";

    private static final String GO_ON =
            "UPDATE erased_subject SET swept = $2 WHERE subject = ANY ($1) AND ($2::bigint IS NULL OR swept < $2)";

    /** A letter may be a megabyte, and each is searched for everybody. */
    private static final int LETTERS = 50;

    private static final int SUBJECTS = 20;

    private record Erased(UUID id, Buffer payload) {}

    /** @param reached null behind the last letter */
    private record Page(Long reached, List<Erased> letters) {}

    private final UnitsOfWork units;
    private final EventCodec codec;

    @Inject
    LetterSweep(UnitsOfWork units, EventCodec codec) {
        this.units = units;
        this.codec = codec;
    }

    /** Answers whether there may be more. */
    Uni<Boolean> turn() {
        return units.run(work -> work.sql()
                .preparedQuery(CLAIM)
                .execute(Tuple.of(SUBJECTS))
                .map(rows -> rows.stream().toList())
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(false)
                        : sweep(work.sql(), claimed).replaceWith(true)));
    }

    /** From where the first of them stands. Those who are further ahead lose nothing by it. */
    private Uni<Void> sweep(SqlConnection sql, List<Row> claimed) {
        var subjects = claimed.stream().map(row -> row.getString("subject")).toArray(String[]::new);
        return page(sql, subjects, claimed.getFirst().getLong("swept"))
                .call(page -> store(sql, page.letters()))
                .chain(page -> sql.preparedQuery(GO_ON)
                        .execute(Tuple.tuple().addArrayOfString(subjects).addLong(page.reached())))
                .replaceWithVoid();
    }

    /** As JSON has them: with their quotes, so that customer 1 is not customer 10. */
    private Uni<Page> page(SqlConnection sql, String[] subjects, long after) {
        var quoted = List.of(subjects).stream().map(codec::write).toArray(String[]::new);
        return sql.preparedQuery(PAGE)
                .execute(Tuple.tuple().addArrayOfString(quoted).addLong(after).addInteger(LETTERS))
                .map(rows -> rows.stream().toList())
                .map(rows -> new Page(rows.getFirst().getLong("reached"), erased(rows)));
    }

    private List<Erased> erased(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.getUUID("id") != null)
                .map(this::erased)
                .toList();
    }

    private Erased erased(Row row) {
        var payload = row.get(Buffer.class, "payload").getBytes();
        return new Erased(
                row.getUUID("id"),
                codec.withoutPersonal(row.getString("type"), payload)
                        .map(Buffer::buffer)
                        .orElse(null));
    }

    private static Uni<Void> store(SqlConnection sql, List<Erased> letters) {
        return letters.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(STORE)
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(letters.stream().map(Erased::id).toArray(UUID[]::new))
                                .addValue(letters.stream().map(Erased::payload).toArray(Buffer[]::new)))
                        .replaceWithVoid();
    }
}
