package dev.orderflow.payment.messaging;

import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.BatchConsumers;
import dev.orderflow.platform.events.LetterErasureHandler;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@Startup
@ApplicationScoped
class CustomerEventsIn {

    private final BatchConsumer<List<CustomerErased>> consumer;

    @Inject
    CustomerEventsIn(BatchConsumers consumers, LetterErasureHandler handler) {
        this.consumer = consumers.of(Topics.CUSTOMER_EVENTS, handler);
    }

    @Incoming("customer-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(records);
    }
}
