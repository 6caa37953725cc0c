package dev.orderflow.notification.messaging;

import dev.orderflow.contracts.Topics;
import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.BatchConsumers;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What happens to orders. */
@Startup
@ApplicationScoped
class OrderEvents {

    static final String IN = Topics.ORDER_EVENTS + "-in";

    private final BatchConsumer<Letters> consumer;

    @Inject
    OrderEvents(BatchConsumers consumers, OrderEventHandler handler) {
        this.consumer = consumers.of(Topics.ORDER_EVENTS, handler);
    }

    @Incoming(IN)
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(records);
    }
}
