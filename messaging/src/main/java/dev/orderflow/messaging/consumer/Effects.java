package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What events do, inside a transaction that somebody else has begun: load, decide, store, announce. */
final class Effects<W> {

    private final EventHandler<W> handler;

    Effects(EventHandler<W> handler) {
        this.handler = handler;
    }

    Uni<Outcome> of(UnitOfWork work, List<Delivery> events, BatchSpans spans) {
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
