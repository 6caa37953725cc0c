package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** One try at one batch: inbox, load, decide, store, journal, tasks and dead letters commit together. */
final class BatchTransaction<W> {

    private final UnitsOfWork units;
    private final Admission admission;
    private final Effects<W> effects;
    private final ConsumerMetrics metrics;
    private final LastBatches last;

    BatchTransaction(
            UnitsOfWork units, Admission admission, Effects<W> effects, ConsumerMetrics metrics, LastBatches last) {
        this.units = units;
        this.admission = admission;
        this.effects = effects;
        this.metrics = metrics;
        this.last = last;
    }

    Uni<Void> run(List<Incoming> batch) {
        return last.during(() -> units.run(work -> inside(work, batch)))
                .invoke(metrics::count)
                .replaceWithVoid();
    }

    private Uni<Outcome> inside(UnitOfWork work, List<Incoming> batch) {
        var spans = BatchSpans.ofBatch(work);
        return admission
                .of(work, batch)
                .chain(lineup -> effects.of(work, lineup.next(), spans).invoke(outcome -> outcome.held(lineup)));
    }
}
