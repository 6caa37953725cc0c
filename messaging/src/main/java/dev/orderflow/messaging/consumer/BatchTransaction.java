package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.deadletter.DeadLetters;
import dev.orderflow.messaging.inbox.Inbox;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One try at one batch: inbox, load, decide, store, journal, tasks and dead letters commit together. */
final class BatchTransaction<W> {

    private final UnitsOfWork units;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final EventHandler<W> handler;
    private final ConsumerMetrics metrics;

    BatchTransaction(
            UnitsOfWork units, Inbox inbox, DeadLetters deadLetters, EventHandler<W> handler, ConsumerMetrics metrics) {
        this.units = units;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.handler = handler;
        this.metrics = metrics;
    }

    Uni<Void> run(List<Incoming> batch) {
        var spans = new BatchSpans();
        return units.run(work -> inside(work, batch, spans))
                .invoke(metrics::count)
                .onTermination()
                .invoke((outcome, failure, cancelled) -> spans.end(failure))
                .replaceWithVoid();
    }

    private Uni<Outcome> inside(UnitOfWork work, List<Incoming> batch, BatchSpans spans) {
        var poison = batch.stream().filter(Incoming::isPoison).toList();
        var readable = batch.stream()
                .filter(incoming -> !incoming.isPoison())
                .map(Incoming::delivery)
                .toList();
        return mark(work, readable)
                .chain(fresh -> effects(work, firstOfEach(readable, fresh), spans))
                .call(() -> deadLetters.bury(
                        work, poison.stream().map(LetterOf::record).toList()))
                .invoke(outcome -> outcome.deadLetters(poison.size()));
    }

    private Uni<Set<UUID>> mark(UnitOfWork work, List<Delivery> events) {
        var ids = events.stream().map(Delivery::id).toList();
        return handler.oncePerEvent()
                ? inbox.mark(work.sql(), ids)
                : Uni.createFrom().item(() -> Set.copyOf(ids));
    }

    /** A republished event can stand twice in one batch; the inbox names it once. */
    private static List<Delivery> firstOfEach(List<Delivery> events, Set<UUID> fresh) {
        var left = new HashSet<>(fresh);
        return events.stream().filter(event -> left.remove(event.id())).toList();
    }

    private Uni<Outcome> effects(UnitOfWork work, List<Delivery> events, BatchSpans spans) {
        var outcome = new Outcome();
        if (events.isEmpty()) {
            return Uni.createFrom().item(outcome);
        }
        var traced = events.stream().map(spans::start).toList();
        return handler.load(work.sql(), traced)
                .invoke(working -> traced.forEach(event -> outcome.add(decide(work, working, event))))
                .call(working -> handler.store(work.sql(), working))
                .invoke(working -> work.afterCommit(() -> handler.committed(working)))
                .replaceWith(outcome);
    }

    private Decision decide(UnitOfWork work, W working, Delivery event) {
        var decision = handler.decide(working, event);
        if (decision instanceof Decision.Applied applied) {
            work.append(applied.events(), event.asCause()).schedule(applied.tasks(), event.asCause());
        }
        return decision;
    }
}
