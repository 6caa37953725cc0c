package dev.orderflow.order.messaging;

import dev.orderflow.messaging.transaction.Faults;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.order.config.SweeperConfig;
import dev.orderflow.order.persistence.OrderStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/**
 * Tells overdue orders that their time is up, a batch per transaction. Any number of replicas may sweep at once: they
 * skip each other's rows, and an order whose deadline has been dealt with has another one or none.
 *
 * <p>A batch that fails for a reason of its own is done again order by order: the others' time is up all the same, and
 * the culprit is left out for a while.
 */
@Singleton
final class DeadlineSweep {

    private final UnitsOfWork units;
    private final OrderStore store;
    private final TimeIsUp timeIsUp;
    private final Culprits culprits;
    private final int batch;

    @Inject
    DeadlineSweep(UnitsOfWork units, OrderStore store, TimeIsUp timeIsUp, Culprits culprits, SweeperConfig config) {
        this.units = units;
        this.store = store;
        this.timeIsUp = timeIsUp;
        this.culprits = culprits;
        this.batch = config.batch();
    }

    /** @return whether there may be more */
    Uni<Boolean> sweep() {
        var now = timeIsUp.now();
        return together(now)
                .onFailure(failure -> Faults.of(failure) != Faults.TRANSIENT && !culprits.areTooMany(now))
                .recoverWithUni(() -> oneByOne(now))
                .invoke(() -> culprits.forget(now));
    }

    private Uni<Boolean> together(Instant now) {
        return units.run(work -> store.lockOverdue(work.sql(), now, batch, culprits.leftOut(now))
                .call(overdue -> timeIsUp.tell(work, overdue))
                .map(overdue -> overdue.size() == batch));
    }

    /** Answers false: who is left over has a turn of its own, a pause later. */
    private Uni<Boolean> oneByOne(Instant now) {
        return units.run(work -> store.overdue(work.sql(), now, batch, culprits.leftOut(now)))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(order -> alone(order, now))
                .collect()
                .last()
                .replaceWith(false);
    }

    /** A timeout says nothing of the order: the next turn tries it again. */
    private Uni<Void> alone(UUID order, Instant now) {
        return units.run(work ->
                        store.lockOverdue(work.sql(), now, order).chain(overdue -> timeIsUp.tell(work, overdue)))
                .onFailure(failure -> Faults.of(failure) == Faults.DETERMINISTIC)
                .invoke(failure -> culprits.add(order, now, failure))
                .onFailure(failure -> Faults.of(failure) != Faults.TRANSIENT)
                .recoverWithNull();
    }
}
