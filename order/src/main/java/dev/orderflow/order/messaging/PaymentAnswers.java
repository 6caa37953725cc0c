package dev.orderflow.order.messaging;

import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.payment.PaymentEvent;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.PaymentVoided;
import dev.orderflow.contracts.payment.RefundFailed;
import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.BatchConsumers;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.persistence.OrderStore;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What payment says about orders. */
@Startup
@ApplicationScoped
class PaymentAnswers {

    private static final Set<Class<?>> ALL = Set.of(
            PaymentCompleted.class,
            PaymentDeclined.class,
            PaymentVoided.class,
            PaymentRefunded.class,
            RefundFailed.class);

    private final BatchConsumer<Orders> consumer;

    @Inject
    PaymentAnswers(BatchConsumers consumers, OrderStore store, SagaDecider decider) {
        var handler = new AnswerHandler(ALL, payload -> new PaymentAnswered((PaymentEvent) payload), store, decider);
        this.consumer = consumers.of(Topics.PAYMENT_EVENTS, handler);
    }

    @Incoming("payment-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(records);
    }
}
