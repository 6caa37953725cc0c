package dev.orderflow.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.messaging.consumer.BatchConsumers;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.Broker;
import dev.orderflow.payment.testing.ProviderParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** However many events a batch has, it costs the same few statements; Postgres itself counts them. */
@QuarkusTest
@QuarkusTestResource(ProviderParts.class)
class BatchStatementsIT {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.ORDER_EVENTS, 0);

    @Inject
    BatchConsumers consumers;

    @Inject
    OrderEventsHandler handler;

    @Inject
    Broker broker;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void handlesFiveHundredEventsWithAtMostFiveStatements() throws Throwable {
        var orders = IntStream.range(0, 250)
                .mapToObj(n -> AnOrder.paidWith("tok_visa"))
                .toList();
        var batch = orders.stream()
                .flatMap(BatchStatementsIT::requestedAndCancelled)
                .map(this::record)
                .toList();

        try (var log = StatementLog.start(url)) {
            consume(batch);

            var largest = log.transactionsWith("INSERT INTO inbox").stream()
                    .max(Comparator.comparing(List::size))
                    .orElseThrow();
            assertThat(largest).hasSizeLessThanOrEqualTo(5);
            assertThat(String.join("\n", largest))
                    .contains("INSERT INTO inbox", "INSERT INTO payment", "UPDATE payment", "INSERT INTO task");
        }
        assertThat(batch).hasSize(500);
        assertThat(broker.answers(orders.getLast(), 1)).hasSize(1);
    }

    /** Every other order is cancelled before its payment is requested. */
    private static Stream<OrderEvent> requestedAndCancelled(AnOrder order) {
        boolean cancelledFirst = order.id().hashCode() % 2 == 0;
        return cancelledFirst
                ? Stream.of(order.cancelled(1), order.paymentRequested())
                : Stream.of(order.paymentRequested(), order.cancelled(1));
    }

    private void consume(List<ConsumerRecord<String, byte[]>> batch) throws Throwable {
        var consumer = consumers.of(Topics.ORDER_EVENTS, handler);
        var records = new ConsumerRecords<>(Map.of(PARTITION, batch), Map.of());
        VertxContextSupport.subscribeAndAwait(() -> consumer.consume(records));
    }

    private ConsumerRecord<String, byte[]> record(OrderEvent event) {
        var sent = broker.message(EventIds.next(), event);
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }
}
