package dev.orderflow.order.messaging;

import dev.orderflow.contracts.Topics;
import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.BatchConsumers;
import dev.orderflow.order.persistence.ProductStore;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The catalogue, from which orders are priced. */
@Startup
@ApplicationScoped
class ProductEvents {

    private final BatchConsumer<ProductChanges> consumer;

    @Inject
    ProductEvents(BatchConsumers consumers, ProductStore store) {
        this.consumer = consumers.of(Topics.PRODUCT_EVENTS, new ProductHandler(store));
    }

    @Incoming("product-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(records);
    }
}
