package dev.orderflow.loyalty.messaging;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.loyalty.domain.EarningRules;
import dev.orderflow.loyalty.persistence.AccountTable;
import dev.orderflow.loyalty.persistence.MovementTable;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A batch of order events against the accounts of their customers. Whoever holds an account's lock is alone with the
 * points of all of its orders, whichever partition they come from.
 */
@Singleton
final class OrderEventsHandler implements EventHandler<Books> {

    private final AccountTable accounts;
    private final MovementTable movements;
    private final EarningRules rules;

    @Inject
    OrderEventsHandler(AccountTable accounts, MovementTable movements, EarningConfig config) {
        this.accounts = accounts;
        this.movements = movements;
        this.rules = config.rules();
    }

    @Override
    public Set<Class<?>> handles() {
        return Set.of(OrderDelivered.class, ReturnClosed.class, OrderClosed.class);
    }

    @Override
    public Set<Class<?>> leaves() {
        return Set.of(
                OrderPlaced.class,
                PaymentRequested.class,
                OrderConfirmed.class,
                ShipmentRecallRequested.class,
                OrderShipped.class,
                OrderCancelled.class,
                ReturnAccepted.class,
                OrderReturned.class,
                OrderStuck.class);
    }

    /** Who is only taken back from needs no account that is made for it. */
    @Override
    public Uni<Books> load(SqlConnection sql, List<Delivery> deliveries) {
        var events = deliveries.stream().map(OrderEventsHandler::event).toList();
        Map<UUID, String> customers =
                events.stream().collect(toMap(OrderEvent::orderId, OrderEvent::customerId, (first, same) -> first));
        var earning = events.stream()
                .filter(OrderDelivered.class::isInstance)
                .map(OrderEvent::customerId)
                .collect(toSet());
        return accounts.open(sql, earning)
                .chain(() -> accounts.lock(sql, Set.copyOf(customers.values())))
                .chain(locked -> movements.ofOrders(sql, customers).map(orders -> new Books(locked, orders, rules)));
    }

    @Override
    public Decision decide(Books books, Delivery delivery) {
        return books.decide(delivery.id(), event(delivery), delivery.at());
    }

    @Override
    public Uni<Void> store(SqlConnection sql, Books books) {
        return movements.insert(sql, books.movements()).chain(() -> accounts.update(sql, books.changed()));
    }

    private static OrderEvent event(Delivery delivery) {
        return (OrderEvent) delivery.payload();
    }
}
