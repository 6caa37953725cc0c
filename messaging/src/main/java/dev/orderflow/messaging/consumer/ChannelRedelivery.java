package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.deadletter.DeadLetter;
import dev.orderflow.messaging.deadletter.Redelivery;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A dead letter once more through its channel. It is read anew: after an upgrade it may be readable, or left. */
final class ChannelRedelivery implements Redelivery {

    private final RecordReader reader;
    private final Effects<?> effects;
    private final BooleanSupplier paused;

    ChannelRedelivery(RecordReader reader, Effects<?> effects, BooleanSupplier paused) {
        this.reader = reader;
        this.effects = effects;
        this.paused = paused;
    }

    @Override
    public boolean isPaused() {
        return paused.getAsBoolean();
    }

    @Override
    public Uni<Void> redeliver(UnitOfWork work, DeadLetter letter) {
        return reader.read(record(letter))
                .map(incoming -> redeliver(work, incoming))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> redeliver(UnitOfWork work, Incoming incoming) {
        if (incoming.isPoison()) {
            return Uni.createFrom().failure(incoming.poison());
        }
        return effects.of(work, List.of(incoming.delivery()), BatchSpans.ofReplay(work))
                .replaceWithVoid();
    }

    private static ConsumerRecord<String, byte[]> record(DeadLetter letter) {
        var record = new ConsumerRecord<>(
                letter.topic(), letter.partition(), letter.offset(), letter.key(), letter.payload());
        letter.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
