package dev.orderflow.payment.messaging;

import static java.util.stream.Collectors.toMap;

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
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import dev.orderflow.messaging.trace.TraceParent;
import dev.orderflow.payment.persistence.Asked;
import dev.orderflow.payment.persistence.PaymentTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A batch of order events against payments: however many they are, three statements on the table of payments. A payment
 * is locked only for events that concern it, so most of an order's life passes by without a row.
 */
@Singleton
final class OrderEventsHandler implements EventHandler<PaymentBatch> {

    private final PaymentTable payments;
    private final OrderInputs inputs;
    private final Announcement announcement;

    @Inject
    OrderEventsHandler(PaymentTable payments, OrderInputs inputs, Announcement announcement) {
        this.payments = payments;
        this.inputs = inputs;
        this.announcement = announcement;
    }

    @Override
    public Set<Class<?>> handles() {
        return Set.of(PaymentRequested.class, OrderCancelled.class, OrderReturned.class);
    }

    @Override
    public Set<Class<?>> leaves() {
        return Set.of(
                OrderPlaced.class,
                OrderConfirmed.class,
                ShipmentRecallRequested.class,
                OrderShipped.class,
                OrderDelivered.class,
                OrderClosed.class,
                ReturnAccepted.class,
                ReturnClosed.class,
                OrderStuck.class);
    }

    @Override
    public Uni<PaymentBatch> load(SqlConnection sql, List<Delivery> deliveries) {
        var asked = deliveries.stream()
                .filter(delivery -> inputs.of(delivery).isPresent())
                .map(OrderEventsHandler::asked)
                .collect(toMap(Asked::orderId, Function.identity(), (first, same) -> first));
        return payments.ensureAndLock(sql, asked.values()).map(locked -> new PaymentBatch(locked, announcement));
    }

    @Override
    public Decision decide(PaymentBatch batch, Delivery delivery) {
        return inputs.of(delivery)
                .map(input -> batch.decide(event(delivery).orderId(), input))
                .orElseGet(() -> Decision.ignored("not-due"));
    }

    @Override
    public Uni<Void> store(SqlConnection sql, PaymentBatch batch) {
        return payments.update(sql, batch.changed());
    }

    private static Asked asked(Delivery delivery) {
        var event = event(delivery);
        return new Asked(event.orderId(), event.customerId(), TraceParent.ifSampled(delivery.traceparent()));
    }

    private static OrderEvent event(Delivery delivery) {
        return (OrderEvent) delivery.payload();
    }
}
