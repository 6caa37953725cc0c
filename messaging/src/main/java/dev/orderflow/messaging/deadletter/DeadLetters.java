package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Stores what can't be handled now, in the transaction that marks it handled, with a copy through the journal to the
 * service's dead-letter topic. A record that is delivered again is stored once; one of somebody who was erased, without what
 * is personal ({@link LetterErasure}).
 */
@Singleton
public final class DeadLetters {

    /** Positions follow the order of the list. */
    private static final String STORE = """
            INSERT INTO dead_letter (id, event_id, line, topic, partition, "offset", key, type, data_version, payload,
                                     headers, state, error_type, error, attempts, trace_id)
            SELECT id, event_id, line, topic, partition, "offset", key, type, data_version, payload, headers::jsonb,
                   state, error_type, error, CASE state WHEN 'OPEN' THEN 1 ELSE 0 END, trace_id
            FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::text[],
                        $8::text[], $9::int[], $10::bytea[], $11::text[], $12::text[], $13::text[], $14::text[],
                        $15::text[]) WITH ORDINALITY
              AS l(id, event_id, line, topic, partition, "offset", key, type, data_version, payload, headers, state,
                   error_type, error, trace_id, n)
            ORDER BY n
            ON CONFLICT (topic, partition, "offset", event_id) DO NOTHING RETURNING\s""" + LetterRow.SUMMARY;

    private final EventCodec codec;
    private final LetterErasure erasure;

    @Inject
    public DeadLetters(EventCodec codec, LetterErasure erasure) {
        this.codec = codec;
        this.erasure = erasure;
    }

    /** As many statements for all of them as for one. Their lines are closed by the caller. */
    public Uni<Void> store(UnitOfWork work, List<NewDeadLetter> letters) {
        return letters.isEmpty()
                ? Uni.createFrom().voidItem()
                : erasure.storable(work.sql(), letters).chain(storable -> insert(work, storable));
    }

    private Uni<Void> insert(UnitOfWork work, List<NewDeadLetter> letters) {
        return work.sql()
                .preparedQuery(STORE)
                .execute(values(letters))
                .map(LetterRow::all)
                .invoke(stored -> stored.forEach(letter -> announce(work, letter)))
                .replaceWithVoid();
    }

    /** The copy's key is the letter: it is no event of the aggregate, and must not stand in its history. */
    private static void announce(UnitOfWork work, DeadLetter letter) {
        work.append(List.of(NewEvent.of(letter.id(), 1, letter.copy())), letter.asCause());
    }

    private Tuple values(List<NewDeadLetter> letters) {
        return Tuple.tuple()
                .addArrayOfUUID(column(letters, UUID[]::new, letter -> EventIds.next()))
                .addArrayOfUUID(column(letters, UUID[]::new, NewDeadLetter::eventId))
                .addArrayOfString(column(letters, String[]::new, NewDeadLetter::line))
                .addArrayOfString(column(letters, String[]::new, NewDeadLetter::topic))
                .addArrayOfInteger(column(letters, Integer[]::new, NewDeadLetter::partition))
                .addArrayOfLong(column(letters, Long[]::new, NewDeadLetter::offset))
                .addArrayOfString(column(letters, String[]::new, letter -> Storable.text(letter.key())))
                .addArrayOfString(column(letters, String[]::new, letter -> Storable.text(letter.type())))
                .addArrayOfInteger(column(letters, Integer[]::new, NewDeadLetter::dataVersion))
                .addValue(column(letters, Buffer[]::new, letter -> bytes(letter.payload())))
                .addArrayOfString(
                        column(letters, String[]::new, letter -> codec.write(Storable.texts(letter.headers()))))
                .addArrayOfString(
                        column(letters, String[]::new, letter -> letter.state().name()))
                .addArrayOfString(column(letters, String[]::new, letter -> Failure.typeOf(letter.failure())))
                .addArrayOfString(column(letters, String[]::new, letter -> Failure.messageOf(letter.failure())))
                .addArrayOfString(column(letters, String[]::new, NewDeadLetter::traceId));
    }

    private static <T> T[] column(
            List<NewDeadLetter> letters, IntFunction<T[]> array, Function<NewDeadLetter, T> value) {
        return letters.stream().map(value).toArray(array);
    }

    private static Buffer bytes(byte[] payload) {
        return payload == null ? null : Buffer.buffer(payload);
    }
}
