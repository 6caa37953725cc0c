package dev.orderflow.order.application;

import dev.orderflow.messaging.audit.Audit;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.order.domain.Deadlines;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.domain.saga.Saga;
import dev.orderflow.order.persistence.OrderStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Has a person's command decided on the order as it is now, with its row locked until the unit of work ends. What takes effect
 * for an operator is audited in the same unit of work.
 */
@Singleton
public final class CommandOrder {

    private final OrderStore orders;
    private final Audit audit;
    private final Deadlines deadlines;
    private final Clock clock;

    @Inject
    CommandOrder(OrderStore orders, Audit audit, Deadlines deadlines, Clock clock) {
        this.orders = orders;
        this.audit = audit;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Uni<Commanded> run(UnitOfWork work, UUID orderId, Actor actor, Command command) {
        return run(work, orderId, actor, command, order -> {});
    }

    /**
     * @param precondition sees the locked order before anything is decided; what it throws ends the unit of work, an
     *     If-Match that is stale for instance
     */
    public Uni<Commanded> run(
            UnitOfWork work, UUID orderId, Actor actor, Command command, Consumer<Order> precondition) {
        return orders.lock(work.sql(), List.of(orderId)).chain(found -> {
            var order = found.get(orderId);
            if (order == null || !actor.maySee(order.customerId())) {
                return Uni.createFrom().item(new Commanded.NotFound());
            }
            precondition.accept(order);
            return decide(work, order, actor, command);
        });
    }

    private Uni<Commanded> decide(UnitOfWork work, Order order, Actor actor, Command command) {
        var verdict = Saga.decide(order, command, clock.instant(), deadlines);
        var answer = Commanded.of(order, verdict);
        return verdict instanceof Verdict.Applied applied
                ? store(work, applied)
                        .chain(() -> record(work, order, actor, command))
                        .replaceWith(answer)
                : Uni.createFrom().item(answer);
    }

    private Uni<Void> record(UnitOfWork work, Order order, Actor actor, Command command) {
        return actor.operator()
                ? audit.record(work.sql(), AuditEntries.of(order.id(), actor, command))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> store(UnitOfWork work, Verdict.Applied applied) {
        work.append(Announced.by(applied));
        return orders.update(work.sql(), List.of(applied.next()));
    }
}
