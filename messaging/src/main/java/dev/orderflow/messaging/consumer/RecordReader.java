package dev.orderflow.messaging.consumer;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.orderflow.messaging.deadletter.Line;
import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventTypes;
import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.event.UndecodableEventException;
import dev.orderflow.messaging.event.UnknownEventException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Kafka records to deliveries. What a handler leaves is dropped by its header, before anything is parsed. */
final class RecordReader {

    private final EventCodec codec;
    private final Set<String> left;
    private final boolean keepsOrder;

    RecordReader(EventTypes types, EventCodec codec, EventHandler<?> handler) {
        this.codec = codec;
        this.keepsOrder = handler.oncePerEvent();
        this.left = handler.leaves().stream().map(type -> types.of(type).name()).collect(toUnmodifiableSet());
    }

    List<Incoming> read(ConsumerRecords<String, byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for what the handler leaves. */
    Optional<Incoming> read(ConsumerRecord<String, byte[]> record) {
        return left.contains(String.valueOf(Incoming.type(record))) ? Optional.empty() : Optional.of(parsed(record));
    }

    private Incoming parsed(ConsumerRecord<String, byte[]> record) {
        var line = keepsOrder ? Line.of(record.key()) : null;
        try {
            return Incoming.readable(record, line, delivery(record));
        } catch (UndecodableEventException | UnknownEventException poison) {
            return Incoming.poisoned(record, line, poison);
        }
    }

    private Delivery delivery(ConsumerRecord<String, byte[]> record) {
        var type = Incoming.type(record);
        try {
            int version = Integer.parseInt(Incoming.header(record, Headers.DATA_VERSION));
            var id = UUID.fromString(Incoming.header(record, Headers.ID));
            var at = Instant.parse(Incoming.header(record, Headers.TIME));
            var payload = codec.decode(type, version, record.value());
            return new Delivery(
                    id,
                    type,
                    Incoming.header(record, Headers.SOURCE),
                    record.key(),
                    at,
                    payload,
                    Incoming.header(record, Headers.TRACE_PARENT));
        } catch (IllegalArgumentException | NullPointerException | java.time.DateTimeException e) {
            throw new UndecodableEventException("CloudEvents headers missing or malformed", e);
        }
    }
}
