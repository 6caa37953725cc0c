package dev.orderflow.messaging.consumer;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Handles a poll's records in one transaction: at least once delivered, exactly once effective, in order per key.
 *
 * <p>A transient fault retries the whole batch, with backoff and without limit; the records wait and nothing is lost. A
 * timeout does the same with halves. Anything else fails again in the same way, so the batch is halved until only the
 * culprit is left, and that alone becomes a dead letter; halves are handled in order, one after the other. Later events
 * of its key wait behind it, so that order is kept through a failure too. The returned Uni never fails: offsets are
 * committed behind it. While the channel is paused nothing is tried.
 */
public final class BatchConsumer<W> {

    private static final Logger LOG = Logger.getLogger(BatchConsumer.class);

    private final RecordReader reader;
    private final BatchTransaction<W> transaction;
    private final Patience patience;
    private final ConsumerMetrics metrics;
    private final Supplier<Uni<Void>> whenOpen;

    /** @param whenOpen completes when the channel is not paused */
    BatchConsumer(
            RecordReader reader,
            BatchTransaction<W> transaction,
            Patience patience,
            ConsumerMetrics metrics,
            Supplier<Uni<Void>> whenOpen) {
        this.reader = reader;
        this.transaction = transaction;
        this.patience = patience;
        this.metrics = metrics;
        this.whenOpen = whenOpen;
    }

    public Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        var batch = reader.read(records);
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var timer = metrics.start(batch.size());
        return handle(batch).invoke(timer::stop);
    }

    private Uni<Void> handle(List<Incoming> batch) {
        return patience.with(() -> attempt(batch), batch.size() == 1)
                .onFailure()
                .recoverWithUni(
                        failure -> batch.size() == 1 ? bury(batch.getFirst(), failure) : halves(batch, failure));
    }

    private Uni<Void> halves(List<Incoming> batch, Throwable failure) {
        int middle = batch.size() / 2;
        LOG.debugf("a batch of %d failed (%s), going on in halves", batch.size(), failure);
        return handle(batch.subList(0, middle)).chain(() -> handle(batch.subList(middle, batch.size())));
    }

    private Uni<Void> bury(Incoming culprit, Throwable failure) {
        LOG.errorf(
                "%s becomes a dead letter: %s",
                culprit.where(), failure.getClass().getName());
        var letter = culprit.poisoned(failure);
        return patience.without(() -> attempt(List.of(letter)));
    }

    private Uni<Void> attempt(List<Incoming> batch) {
        return whenOpen.get().chain(() -> transaction.run(batch));
    }
}
