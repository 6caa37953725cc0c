package dev.orderflow.order.messaging;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import dev.orderflow.order.application.Announced;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.persistence.OrderStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Moves orders by what one participant says. At least once, in order per order; whatever the participant and the number
 * of orders, two statements beside inbox and journal.
 */
final class AnswerHandler implements EventHandler<Orders> {

    static final String UNKNOWN_ORDER = "unknown-order";

    private final Set<Class<?>> handled;
    private final Function<Object, OrderInput> input;
    private final OrderStore store;
    private final SagaDecider decider;

    /** @param input what a payload of the handled classes means to an order */
    AnswerHandler(Set<Class<?>> handled, Function<Object, OrderInput> input, OrderStore store, SagaDecider decider) {
        this.handled = handled;
        this.input = input;
        this.store = store;
        this.decider = decider;
    }

    @Override
    public Set<Class<?>> handles() {
        return handled;
    }

    @Override
    public Set<Class<?>> leaves() {
        return Set.of();
    }

    @Override
    public Uni<Orders> load(SqlConnection sql, List<Delivery> events) {
        var ids = events.stream().map(event -> scope(event).orderId()).toList();
        return store.lock(sql, ids).map(Orders::new);
    }

    /** An answer about an order that was never placed here is not an error of the saga; it is counted. */
    @Override
    public Decision decide(Orders orders, Delivery event) {
        return orders.find(scope(event).orderId())
                .map(order -> decide(orders, order, input.apply(event.payload())))
                .orElse(Decision.ignored(UNKNOWN_ORDER));
    }

    private Decision decide(Orders orders, Order order, OrderInput answer) {
        return switch (decider.decide(order, answer)) {
            case Verdict.Applied applied -> {
                orders.put(applied.next());
                yield Decision.applied(Announced.by(applied));
            }
            case Verdict.Ignored(var why) -> Decision.ignored(why.code());
            case Verdict.Refused(var refusal) -> Decision.ignored(refusal.code());
        };
    }

    @Override
    public Uni<Void> store(SqlConnection sql, Orders orders) {
        return store.update(sql, orders.changed());
    }

    private static OrderScoped scope(Delivery event) {
        return (OrderScoped) event.payload();
    }
}
