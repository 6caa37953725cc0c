package dev.orderflow.messaging.relay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One poll's records on their way. With the first failure, on the spot or by the broker, the producer is closed without
 * flushing and nothing more of them is sent: else a later event of a key would overtake the one that failed.
 */
final class Sending {

    private final Producer<String, byte[]> producer;
    private final AtomicInteger unacknowledged;
    private final CompletableFuture<Void> outcome = new CompletableFuture<>();

    private Sending(Producer<String, byte[]> producer, int records) {
        this.producer = producer;
        this.unacknowledged = new AtomicInteger(records);
    }

    /** Blocks while a send does. The outcome completes on the producer's thread or on this one. */
    static CompletableFuture<Void> of(Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
        var sending = new Sending(producer, records.size());
        records.stream().takeWhile(record -> sending.send(record)).forEach(sent -> {});
        return sending.outcome;
    }

    /** False once any of them has failed. */
    private boolean send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record, (metadata, failure) -> acknowledged(failure));
        } catch (RuntimeException failure) {
            acknowledged(failure);
        }
        return !outcome.isCompletedExceptionally();
    }

    private void acknowledged(Exception failure) {
        if (failure == null) {
            if (unacknowledged.decrementAndGet() == 0) {
                outcome.complete(null);
            }
        } else if (outcome.completeExceptionally(failure)) {
            producer.close(Duration.ZERO);
        }
    }
}
