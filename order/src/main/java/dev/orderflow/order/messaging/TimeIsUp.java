package dev.orderflow.order.messaging;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.journal.History;
import dev.orderflow.messaging.trace.EventSpans;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.order.application.Announced;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.persistence.OrderStore;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells locked orders that their deadline has passed. Nobody asked for it: it goes on in the trace of their placement. */
@Singleton
final class TimeIsUp {

    private final OrderStore store;
    private final SagaDecider decider;
    private final History history;

    @Inject
    TimeIsUp(OrderStore store, SagaDecider decider, History history) {
        this.store = store;
        this.decider = decider;
        this.history = history;
    }

    Instant now() {
        return decider.now();
    }

    Uni<Void> tell(UnitOfWork work, List<Order> overdue) {
        if (overdue.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return history.traces(work.sql(), overdue.stream().map(TimeIsUp::key).toList())
                .chain(traces -> tell(work, overdue, traces));
    }

    private Uni<Void> tell(UnitOfWork work, List<Order> overdue, Map<String, String> traces) {
        var changed = new ArrayList<Order>();
        for (var order : overdue) {
            if (decider.decide(order, new DeadlinePassed()) instanceof Verdict.Applied applied) {
                changed.add(applied.next());
                var about = new EventSpans.About(key(order), null, traces.get(key(order)));
                var span = work.spans().start(SpanKind.INTERNAL, "deadline passed", about);
                work.append(Announced.by(applied), Cause.trace(span));
            }
        }
        return store.update(work.sql(), changed);
    }

    private static String key(Order order) {
        return order.id().toString();
    }
}
