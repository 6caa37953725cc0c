package dev.orderflow.inventory.messaging;

import dev.orderflow.contracts.Topics;
import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.BatchConsumers;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@Startup
@ApplicationScoped
class OrderEventsConsumer {

    static final String CHANNEL = "order-events-in";

    private final BatchConsumer<ReservationBatch> consumer;

    @Inject
    OrderEventsConsumer(BatchConsumers consumers, OrderEventsHandler handler) {
        this.consumer = consumers.of(Topics.ORDER_EVENTS, handler);
    }

    @Incoming(CHANNEL)
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(records);
    }
}
