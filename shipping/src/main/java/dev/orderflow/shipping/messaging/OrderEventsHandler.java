package dev.orderflow.shipping.messaging;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.OrderDelivered;
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
import dev.orderflow.shipping.carrier.Effects;
import dev.orderflow.shipping.domain.Decider;
import dev.orderflow.shipping.domain.Step.Applied;
import dev.orderflow.shipping.domain.Step.Ignored;
import dev.orderflow.shipping.persistence.Asked;
import dev.orderflow.shipping.persistence.Shipments;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Order's requests: ship it, call it back, fetch it back. */
@Singleton
class OrderEventsHandler implements EventHandler<Batch> {

    private final Shipments shipments;
    private final Effects effects;

    @Inject
    OrderEventsHandler(Shipments shipments, Effects effects) {
        this.shipments = shipments;
        this.effects = effects;
    }

    @Override
    public Set<Class<?>> handles() {
        return Set.of(OrderConfirmed.class, ShipmentRecallRequested.class, ReturnAccepted.class);
    }

    @Override
    public Set<Class<?>> leaves() {
        return Set.of(
                OrderPlaced.class,
                PaymentRequested.class,
                OrderShipped.class,
                OrderDelivered.class,
                OrderCancelled.class,
                OrderClosed.class,
                OrderReturned.class,
                ReturnClosed.class,
                OrderStuck.class);
    }

    @Override
    public Uni<Batch> load(SqlConnection sql, List<Delivery> events) {
        var asked = new HashMap<UUID, Asked>();
        events.stream().map(OrderEventsHandler::asked).forEach(each -> asked.putIfAbsent(each.orderId(), each));
        return shipments.lockOrMake(sql, asked.values()).map(Batch::new);
    }

    private static Asked asked(Delivery delivery) {
        var event = (OrderScoped) delivery.payload();
        return new Asked(event.orderId(), event.customerId(), TraceParent.ifSampled(delivery.traceparent()));
    }

    @Override
    public Decision decide(Batch batch, Delivery event) {
        var order = ((OrderScoped) event.payload()).orderId();
        var requested = Requested.by(event.id(), event.payload(), batch.isErased(order));
        return switch (Decider.decide(batch.of(order), requested)) {
            case Applied step -> {
                batch.change(step.next());
                yield new Decision.Applied(effects.events(step), effects.tasks(step, Instant.now()));
            }
            case Ignored ignored -> Decision.ignored(ignored.reason());
        };
    }

    @Override
    public Uni<Void> store(SqlConnection sql, Batch batch) {
        return shipments.write(sql, batch.changed());
    }
}
