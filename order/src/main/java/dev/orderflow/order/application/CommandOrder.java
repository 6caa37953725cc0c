package dev.orderflow.order.application;

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

/** Has a person's command decided on the order as it is now, with its row locked until the unit of work ends. */
@Singleton
public final class CommandOrder {

    private final OrderStore orders;
    private final Deadlines deadlines;
    private final Clock clock;

    @Inject
    CommandOrder(OrderStore orders, Deadlines deadlines, Clock clock) {
        this.orders = orders;
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
            return decide(work, order, command);
        });
    }

    private Uni<Commanded> decide(UnitOfWork work, Order order, Command command) {
        var verdict = Saga.decide(order, command, clock.instant(), deadlines);
        var answer = Commanded.of(order, verdict);
        return verdict instanceof Verdict.Applied applied
                ? store(work, applied).replaceWith(answer)
                : Uni.createFrom().item(answer);
    }

    private Uni<Void> store(UnitOfWork work, Verdict.Applied applied) {
        work.append(Announced.by(applied));
        return orders.update(work.sql(), List.of(applied.next()));
    }
}
