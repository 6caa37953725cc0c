package dev.orderflow.shipping.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.messaging.consumer.BatchConsumers;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.shipping.testing.AnOrder;
import dev.orderflow.shipping.testing.Broker;
import dev.orderflow.shipping.testing.CarrierParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** However many events a batch has, it costs the same few statements; Postgres itself counts them. */
@QuarkusTest
@QuarkusTestResource(CarrierParts.class)
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
    void handlesFiveHundredEventsWithSixStatements() throws Throwable {
        var events = IntStream.range(0, 250)
                .boxed()
                .flatMap(BatchStatementsIT::confirmedAndRecalled)
                .toList();
        var first = EventIds.next();

        try (var log = StatementLog.start(url)) {
            consume(events, first);

            assertThat(log.transactionWith(first.toString()))
                    .satisfiesExactly(
                            inbox -> assertThat(inbox).contains("INSERT INTO inbox"),
                            make -> assertThat(make).startsWith("INSERT INTO shipment"),
                            lock -> assertThat(lock).startsWith("SELECT to_jsonb(s)"),
                            update -> assertThat(update).startsWith("UPDATE shipment"),
                            journal -> assertThat(journal).startsWith("WITH event"),
                            tasks -> assertThat(tasks).startsWith("INSERT INTO task"));
        }
        assertThat(events).hasSize(500);
    }

    /** Every other order is recalled before it is confirmed: it is answered at once, and no label is bought. */
    private static Stream<OrderEvent> confirmedAndRecalled(int n) {
        var order = AnOrder.paid();
        return n % 2 == 0
                ? Stream.of(order.recalled(1), order.confirmed())
                : Stream.of(order.confirmed(), order.recalled(1));
    }

    private void consume(List<OrderEvent> events, UUID first) throws Throwable {
        var consumer = consumers.of(Topics.ORDER_EVENTS, handler);
        var batch = IntStream.range(0, events.size())
                .mapToObj(n -> record(n == 0 ? first : EventIds.next(), events.get(n)))
                .toList();
        var records = new ConsumerRecords<>(Map.of(PARTITION, batch), Map.of());
        VertxContextSupport.subscribeAndAwait(() -> consumer.consume(records));
    }

    private ConsumerRecord<String, byte[]> record(UUID id, OrderEvent event) {
        var sent = broker.message(id, event);
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }
}
