package dev.orderflow.notification.messaging;

import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.BatchConsumers;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What services can't handle: of all that there are, and of those that join later. */
@Startup
@ApplicationScoped
class DeadLetterEvents {

    static final String IN = "dead-letters-in";

    private final BatchConsumer<FreshLetters> consumer;

    @Inject
    DeadLetterEvents(
            BatchConsumers consumers,
            DeadLetterHandler handler,
            @ConfigProperty(name = "mp.messaging.incoming." + IN + ".topic") String topics) {
        this.consumer = consumers.matching(topics, handler);
    }

    @Incoming(IN)
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(records);
    }
}
