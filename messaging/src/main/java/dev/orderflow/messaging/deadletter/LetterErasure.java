package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.event.EventCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Takes the personal fields out of letters that are not settled yet (a settled one has no payload). The letter stays,
 * with its place in its line; what it can't be handled without now fails when it is replayed, and is discarded then.
 * Call it after the aggregates are locked, as a replay does.
 */
@Singleton
public final class LetterErasure {

    /** As JSON has it: with its quotes, so that customer 1 is not customer 10. */
    private static final String FIND = """
            SELECT id, type, payload FROM dead_letter
            WHERE id > $2 AND state IN ('OPEN', 'WAITING') AND payload IS NOT NULL
              AND EXISTS (SELECT FROM unnest($1::text[]) AS t(subject)
                          WHERE position(convert_to(subject, 'UTF8') IN payload) > 0)
            ORDER BY id LIMIT $3 FOR UPDATE""";

    private static final String STORE = """
            UPDATE dead_letter l SET payload = t.payload FROM unnest($1::uuid[], $2::bytea[]) AS t(id, payload)
            WHERE l.id = t.id""";

    /** A letter may be a megabyte. */
    private static final int PAGE = 50;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private record Erased(UUID id, Buffer payload) {}

    private final EventCodec codec;

    @Inject
    public LetterErasure(EventCodec codec) {
        this.codec = codec;
    }

    /** @param subjects whose: values of a field of the payload, a customer's id for example */
    public Uni<Void> erase(SqlConnection sql, Collection<String> subjects) {
        return erase(sql, subjects.stream().map(codec::write).toArray(String[]::new), BEFORE_ALL);
    }

    private Uni<Void> erase(SqlConnection sql, String[] subjects, UUID after) {
        return sql.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfString(subjects).addUUID(after).addInteger(PAGE))
                .map(this::erased)
                .chain(page -> page.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store(sql, page)
                                .chain(() -> erase(sql, subjects, page.getLast().id())));
    }

    private List<Erased> erased(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::erased).toList();
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
        return sql.preparedQuery(STORE)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(letters.stream().map(Erased::id).toArray(UUID[]::new))
                        .addValue(letters.stream().map(Erased::payload).toArray(Buffer[]::new)))
                .replaceWithVoid();
    }
}
