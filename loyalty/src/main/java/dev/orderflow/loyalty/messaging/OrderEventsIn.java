package dev.orderflow.loyalty.messaging;

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
class OrderEventsIn {

    private final BatchConsumer<Books> consumer;

    @Inject
    OrderEventsIn(BatchConsumers consumers, OrderEventsHandler handler) {
        this.consumer = consumers.of(Topics.ORDER_EVENTS, handler);
    }

    @Incoming("order-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(records);
    }
}
