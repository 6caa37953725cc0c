package dev.orderflow.order.messaging;

import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.shipping.ReturnReceived;
import dev.orderflow.contracts.shipping.ShipmentCancelled;
import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.contracts.shipping.ShippingEvent;
import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.BatchConsumers;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.persistence.OrderStore;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What shipping says about orders. */
@Startup
@ApplicationScoped
class ShippingAnswers {

    private static final Set<Class<?>> ALL = Set.of(
            ShipmentScheduled.class,
            ShipmentRejected.class,
            ShipmentDispatched.class,
            ShipmentDelivered.class,
            ShipmentCancelled.class,
            ReturnReceived.class);

    private final BatchConsumer<Orders> consumer;

    @Inject
    ShippingAnswers(BatchConsumers consumers, OrderStore store, SagaDecider decider) {
        var handler = new AnswerHandler(ALL, payload -> new ShippingAnswered((ShippingEvent) payload), store, decider);
        this.consumer = consumers.of(Topics.SHIPPING_EVENTS, handler);
    }

    @Incoming("shipping-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(records);
    }
}
