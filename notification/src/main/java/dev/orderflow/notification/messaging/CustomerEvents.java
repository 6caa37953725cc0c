package dev.orderflow.notification.messaging;

import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.BatchConsumers;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What happens to customers. */
@Startup
@ApplicationScoped
class CustomerEvents {

    static final String IN = Topics.CUSTOMER_EVENTS + "-in";

    private final BatchConsumer<List<CustomerErased>> consumer;

    @Inject
    CustomerEvents(BatchConsumers consumers, CustomerEventHandler handler) {
        this.consumer = consumers.of(Topics.CUSTOMER_EVENTS, handler);
    }

    @Incoming(IN)
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(records);
    }
}
