package dev.orderflow.inventory.messaging;

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
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.gate.Settlements;
import dev.orderflow.inventory.persistence.ReservationTable;
import dev.orderflow.inventory.persistence.StockTable;
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
 * A batch of order events against reservations and stock. However many events a batch has, it locks with one statement
 * per table and writes with one per table: first the reservations by order id, then the stocks by sku, which is the
 * order for everybody who locks both.
 */
@Singleton
final class OrderEventsHandler implements EventHandler<ReservationBatch> {

    private final ReservationTable reservations;
    private final StockTable stocks;
    private final Settlements settlements;

    @Inject
    OrderEventsHandler(ReservationTable reservations, StockTable stocks, Settlements settlements) {
        this.reservations = reservations;
        this.stocks = stocks;
        this.settlements = settlements;
    }

    @Override
    public Set<Class<?>> handles() {
        return Set.of(
                OrderPlaced.class,
                OrderCancelled.class,
                OrderClosed.class,
                OrderShipped.class,
                OrderDelivered.class,
                OrderReturned.class,
                ReturnClosed.class);
    }

    @Override
    public Set<Class<?>> leaves() {
        return Set.of(
                PaymentRequested.class,
                OrderConfirmed.class,
                ShipmentRecallRequested.class,
                ReturnAccepted.class,
                OrderStuck.class);
    }

    @Override
    public Uni<ReservationBatch> load(SqlConnection sql, List<Delivery> deliveries) {
        var events = deliveries.stream().map(OrderEventsHandler::event).toList();
        Map<UUID, String> customers =
                events.stream().collect(toMap(OrderEvent::orderId, OrderEvent::customerId, (first, same) -> first));
        return reservations.lock(sql, customers).flatMap(locked -> withStock(sql, events, locked));
    }

    private Uni<ReservationBatch> withStock(SqlConnection sql, List<OrderEvent> events, Map<UUID, Reservation> locked) {
        var skus = events.stream()
                .flatMap(event -> locked.get(event.orderId()).skusFor(event).stream())
                .collect(toSet());
        return stocks.lock(sql, skus).map(shelves -> new ReservationBatch(locked, shelves));
    }

    @Override
    public Decision decide(ReservationBatch batch, Delivery delivery) {
        return batch.decide(event(delivery));
    }

    @Override
    public Uni<Void> store(SqlConnection sql, ReservationBatch batch) {
        return reservations
                .update(sql, batch.changedReservations())
                .chain(() -> stocks.update(sql, batch.changedStocks()));
    }

    /** What it refuses, the gate should have: it is told all levels that the batch has looked at. */
    @Override
    public void committed(ReservationBatch batch) {
        settlements.committed(batch.stocks(), batch.settled());
    }

    private static OrderEvent event(Delivery delivery) {
        return (OrderEvent) delivery.payload();
    }
}
