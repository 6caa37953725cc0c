package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Stores what can't be handled now, in the transaction that marks it handled, with a copy through the journal to the
 * service's dead-letter topic. A record that is delivered again is stored once.
 */
@Singleton
public final class DeadLetters {

    private static final String STORE = """
            INSERT INTO dead_letter (id, event_id, line, topic, partition, "offset", key, type, data_version, payload,
                                     headers, state, error_type, error, attempts, trace_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb, $12, $13, $14, $15, $16)
            ON CONFLICT (topic, partition, "offset") DO NOTHING RETURNING\s""" + LetterRow.COLUMNS;

    private final EventCodec codec;

    @Inject
    public DeadLetters(EventCodec codec) {
        this.codec = codec;
    }

    /** In this order; the lines of those that failed are closed. */
    public Uni<Void> store(UnitOfWork work, List<NewDeadLetter> letters) {
        return Multi.createFrom()
                .iterable(letters)
                .onItem()
                .transformToUniAndConcatenate(letter -> store(work, letter))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> store(UnitOfWork work, NewDeadLetter letter) {
        return insert(work.sql(), letter)
                .invoke(stored -> stored.ifPresent(row -> announce(work, letter, row)))
                .replaceWithVoid();
    }

    /** The copy's key is the letter: it is no event of the aggregate, and must not stand in its history. */
    private static void announce(UnitOfWork work, NewDeadLetter letter, DeadLetter row) {
        work.append(List.of(NewEvent.of(row.id(), 1, row.copy())), letter.asCause());
    }

    private Uni<Optional<DeadLetter>> insert(SqlConnection sql, NewDeadLetter letter) {
        return sql.preparedQuery(STORE).execute(values(letter)).map(LetterRow::first);
    }

    private Tuple values(NewDeadLetter letter) {
        return Tuple.from(new Object[] {
            EventIds.next(),
            letter.eventId(),
            letter.line(),
            letter.topic(),
            letter.partition(),
            letter.offset(),
            Storable.text(letter.key()),
            Storable.text(letter.type()),
            letter.dataVersion(),
            letter.payload() == null ? null : Buffer.buffer(letter.payload()).getDelegate(),
            codec.write(Storable.texts(letter.headers())),
            letter.state().name(),
            Failure.typeOf(letter.failure()),
            Failure.messageOf(letter.failure()),
            letter.failure() == null ? 0 : 1,
            letter.traceId()
        });
    }
}
