package dev.orderflow.inventory.messaging;

import static dev.orderflow.inventory.domain.Orders.of;
import static dev.orderflow.inventory.testing.Operator.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.inventory.domain.Orders;
import dev.orderflow.inventory.testing.Database;
import dev.orderflow.inventory.testing.Wire;
import dev.orderflow.messaging.consumer.BatchConsumers;
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
class BatchStatementsIT {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.ORDER_EVENTS, 0);

    @Inject
    BatchConsumers consumers;

    @Inject
    OrderEventsHandler handler;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void handlesFiveHundredEventsWithSixStatements() throws Throwable {
        var skus = IntStream.range(0, 20).mapToObj(n -> stocked("bolt", 1_000)).toList();
        var known = IntStream.range(0, 100).mapToObj(n -> Orders.order()).toList();
        consume(records(known.stream().map(order -> order.placed(of(skus.getFirst(), 1)))));
        var batch = records(Stream.concat(oldOrders(known, skus.getFirst()), newOrders(skus)));

        try (var log = StatementLog.start(url)) {
            consume(batch);

            var statements =
                    log.transactionWith("INSERT INTO inbox", Wire.id(batch.getFirst()), Wire.id(batch.getLast()));
            assertThat(statements).hasSize(6);
            assertThat(String.join("\n", statements))
                    .contains(
                            "INSERT INTO inbox",
                            "INSERT INTO reservation",
                            "SELECT s.sku",
                            "UPDATE reservation",
                            "UPDATE stock",
                            "WITH event");
        }
        assertThat(batch).hasSize(500);
        assertThat(new Database(url).row("SELECT count(*) FROM journal WHERE headers->>'causationId' = ANY(?)", (Object)
                        batch.stream().map(Wire::id).toArray(String[]::new)))
                .isEqualTo("500");
    }

    private static Stream<OrderEvent> oldOrders(List<Orders> known, String sku) {
        return known.stream()
                .map(order ->
                        known.indexOf(order) % 2 == 0 ? order.shipped(of(sku, 1)) : order.cancelled(1, Due.STOCK));
    }

    /** Two events of each order, in one batch. */
    private static Stream<OrderEvent> newOrders(List<String> skus) {
        return IntStream.range(0, 200).boxed().flatMap(n -> {
            var order = Orders.order();
            var first = of(skus.get(n % skus.size()), 1);
            var second = of(skus.get((n + 7) % skus.size()), 2);
            return Stream.of(order.placed(first, second), order.cancelled(1, Due.STOCK));
        });
    }

    private void consume(List<ConsumerRecord<String, byte[]>> batch) throws Throwable {
        var consumer = consumers.of(Topics.ORDER_EVENTS, handler);
        var records = new ConsumerRecords<>(Map.of(PARTITION, batch), Map.of());
        VertxContextSupport.subscribeAndAwait(() -> consumer.consume(records));
    }

    private static List<ConsumerRecord<String, byte[]>> records(Stream<? extends OrderEvent> events) {
        return events.map(BatchStatementsIT::record).toList();
    }

    private static ConsumerRecord<String, byte[]> record(OrderEvent event) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        var sent = Wire.record(id, event);
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }
}
