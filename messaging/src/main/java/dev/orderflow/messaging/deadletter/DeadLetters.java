package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.inbox.Inbox;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Stores what can't be handled, in the transaction that marks it handled, with a copy through the journal to the
 * service's dead-letter topic. A record that is delivered again, or published again, is stored once.
 */
@Singleton
public final class DeadLetters {

    private static final String BURY = """
            INSERT INTO dead_letter (id, event_id, topic, partition, "offset", key, type, data_version, payload, headers,
                                     error_type, error, attempts, trace_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11, $12, 1, $13)
            ON CONFLICT (topic, partition, "offset") DO NOTHING""";

    private final Inbox inbox;
    private final EventCodec codec;

    @Inject
    public DeadLetters(Inbox inbox, EventCodec codec) {
        this.inbox = inbox;
        this.codec = codec;
    }

    public Uni<Void> bury(UnitOfWork work, List<NewDeadLetter> letters) {
        if (letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = letters.stream()
                .map(NewDeadLetter::eventId)
                .filter(Objects::nonNull)
                .toList();
        return inbox.mark(work.sql(), ids).chain(fresh -> buryEach(work, firstOfEach(letters, fresh)));
    }

    /** An event that its publisher has sent again is no second letter; without an id there is no telling. */
    private static List<NewDeadLetter> firstOfEach(List<NewDeadLetter> letters, Set<UUID> fresh) {
        var left = new HashSet<>(fresh);
        return letters.stream()
                .filter(letter -> letter.eventId() == null || left.remove(letter.eventId()))
                .toList();
    }

    private Uni<Void> buryEach(UnitOfWork work, List<NewDeadLetter> letters) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (var letter : letters) {
            done = done.chain(() -> bury(work, letter));
        }
        return done;
    }

    /** The copy's key is the letter: it is no event of the aggregate, and must not stand in its history. */
    private Uni<Void> bury(UnitOfWork work, NewDeadLetter letter) {
        var id = EventIds.next();
        return insert(work.sql(), id, letter)
                .invoke(isNew -> {
                    if (isNew) {
                        work.append(List.of(NewEvent.of(id, 1, copyOf(id, letter))), letter.asCause());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> insert(SqlConnection sql, UUID id, NewDeadLetter letter) {
        return sql.preparedQuery(BURY)
                .execute(Tuple.from(new Object[] {
                    id,
                    letter.eventId(),
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    Storable.text(letter.key()),
                    Storable.text(letter.type()),
                    letter.dataVersion(),
                    letter.payload() == null
                            ? null
                            : Buffer.buffer(letter.payload()).getDelegate(),
                    codec.write(Storable.texts(letter.headers())),
                    letter.failure().getClass().getSimpleName(),
                    messageOf(letter.failure()),
                    letter.traceId()
                }))
                .map(rows -> rows.rowCount() == 1);
    }

    private static DeadLettered copyOf(UUID id, NewDeadLetter letter) {
        return new DeadLettered(
                id,
                letter.eventId(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                Storable.brief(letter.key()),
                Storable.brief(letter.type()),
                letter.failure().getClass().getSimpleName(),
                messageOf(letter.failure()),
                letter.traceId());
    }

    private static String messageOf(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).map(Storable::brief).orElse("");
    }
}
