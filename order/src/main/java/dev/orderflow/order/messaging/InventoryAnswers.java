package dev.orderflow.order.messaging;

import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.inventory.InventoryEvent;
import dev.orderflow.contracts.inventory.StockRejected;
import dev.orderflow.contracts.inventory.StockReleased;
import dev.orderflow.contracts.inventory.StockReserved;
import dev.orderflow.contracts.inventory.StockRestocked;
import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.BatchConsumers;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.persistence.OrderStore;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What inventory says about orders. */
@Startup
@ApplicationScoped
class InventoryAnswers {

    static final Set<Class<?>> ALL =
            Set.of(StockReserved.class, StockRejected.class, StockReleased.class, StockRestocked.class);

    private final BatchConsumer<Orders> consumer;

    @Inject
    InventoryAnswers(BatchConsumers consumers, OrderStore store, SagaDecider decider) {
        var handler = new AnswerHandler(ALL, payload -> new StockAnswered((InventoryEvent) payload), store, decider);
        this.consumer = consumers.of(Topics.INVENTORY_EVENTS, handler);
    }

    @Incoming("inventory-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(records);
    }
}
