package dev.orderflow.messaging.journal;

import dev.orderflow.messaging.event.EncodedEvent;
import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.trace.Trail;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Appends events in the transaction of the state change: both are durable or neither is.
 *
 * <p>The relay keeps an aggregate's events in order under one condition, which the caller owes: the aggregate's row is
 * locked before its events are appended. The other condition, that a transaction owns its xid before it draws a
 * position, this statement meets by itself: it asks for the xid in the part that is read before the first row is
 * inserted.
 */
@Singleton
public final class Journal {

    private static final String APPEND = """
            WITH event AS MATERIALIZED (
              SELECT pg_current_xact_id() AS xid, e.*
              FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::int[],
                          $7::text[], $8::text[], $9::text[], $10::timestamptz[]) WITH ORDINALITY
                AS e(event_id, topic, key, version, type, data_version, payload, headers, personal, decided_at, n)
            ), kept_apart AS (
              INSERT INTO personal (event_id, payload)
              SELECT event_id, personal::jsonb FROM event WHERE personal IS NOT NULL
            )
            INSERT INTO journal (event_id, topic, key, version, type, data_version, payload, headers, recorded_at)
            SELECT event_id, topic, key, version, type, data_version, payload::jsonb, headers::jsonb,
                   coalesce(decided_at, clock_timestamp())
            FROM event WHERE xid IS NOT NULL ORDER BY n""";

    private final EventCodec codec;

    @Inject
    public Journal(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * One statement for all of them; their positions follow the order of the list.
     *
     * @throws dev.orderflow.messaging.event.EventTooLargeException before anything is written
     */
    public Uni<Void> append(SqlConnection sql, List<Appended> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.preparedQuery(APPEND).execute(parameters(events)).replaceWithVoid();
    }

    Tuple parameters(List<Appended> events) {
        var encoded = events.stream().map(this::encoded).toList();
        return Tuple.tuple()
                .addArrayOfUUID(column(events, UUID[]::new, each -> EventIds.next()))
                .addArrayOfString(
                        column(encoded, String[]::new, each -> each.type().topic()))
                .addArrayOfString(
                        column(events, String[]::new, each -> each.event().key()))
                .addArrayOfLong(column(events, Long[]::new, each -> each.event().version()))
                .addArrayOfString(
                        column(encoded, String[]::new, each -> each.type().name()))
                .addArrayOfInteger(
                        column(encoded, Integer[]::new, each -> each.type().version()))
                .addArrayOfString(column(encoded, String[]::new, EncodedEvent::payload))
                .addArrayOfString(column(events, String[]::new, each -> codec.write(each.cause())))
                .addArrayOfString(column(encoded, String[]::new, EncodedEvent::personal))
                .addArrayOfOffsetDateTime(column(events, OffsetDateTime[]::new, each -> decidedAt(each.event())));
    }

    private static OffsetDateTime decidedAt(NewEvent event) {
        return event.decidedAt() == null ? null : event.decidedAt().atOffset(ZoneOffset.UTC);
    }

    private EncodedEvent encoded(Appended each) {
        var encoded = codec.encode(each.event().payload());
        Trail.tell(
                each.event().key(),
                each.cause().traceparent(),
                "appends",
                encoded.type().name());
        return encoded;
    }

    private static <S, T> T[] column(List<S> rows, IntFunction<T[]> array, Function<S, T> value) {
        return rows.stream().map(value).toArray(array);
    }
}
