package dev.orderflow.order.messaging;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.order.application.Announced;
import dev.orderflow.order.config.SweeperConfig;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.persistence.OrderStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells overdue orders that their time is up, a batch per transaction. Any number of replicas may sweep at once: they
 * skip each other's rows, and an order whose deadline has been dealt with has another one or none.
 */
@Singleton
final class DeadlineSweep {

    private final UnitsOfWork units;
    private final OrderStore store;
    private final SagaDecider decider;
    private final Clock clock;
    private final int batch;

    @Inject
    DeadlineSweep(UnitsOfWork units, OrderStore store, SagaDecider decider, Clock clock, SweeperConfig config) {
        this.units = units;
        this.store = store;
        this.decider = decider;
        this.clock = clock;
        this.batch = config.batch();
    }

    /** @return whether there may be more */
    Uni<Boolean> sweep() {
        return units.run(work -> store.lockOverdue(work.sql(), clock.instant(), batch)
                .call(overdue -> enforce(work, overdue))
                .map(overdue -> overdue.size() == batch));
    }

    private Uni<Void> enforce(UnitOfWork work, List<Order> overdue) {
        var changed = new ArrayList<Order>();
        for (var order : overdue) {
            if (decider.decide(order, new DeadlinePassed()) instanceof Verdict.Applied applied) {
                changed.add(applied.next());
                work.append(Announced.by(applied));
            }
        }
        return store.update(work.sql(), changed);
    }
}
