package dev.orderflow.messaging.application;

import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.BatchConsumers;
import dev.orderflow.messaging.testing.Tallies;
import dev.orderflow.messaging.testing.TallyHandler;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A service's consumer, the whole of it. */
@Startup
@ApplicationScoped
class TicksConsumer {

    private final BatchConsumer<Tallies> consumer;

    @Inject
    TicksConsumer(BatchConsumers consumers) {
        this.consumer = consumers.of(TestApplication.TICKS, new TallyHandler());
    }

    @Incoming("ticks-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(records);
    }
}
