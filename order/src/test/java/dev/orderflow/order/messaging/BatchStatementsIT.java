package dev.orderflow.order.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.inventory.InventoryEvent;
import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.messaging.consumer.BatchConsumers;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.persistence.OrderStore;
import dev.orderflow.order.testing.Database;
import dev.orderflow.order.testing.Desk;
import dev.orderflow.order.testing.Participants;
import dev.orderflow.order.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** However many answers a batch has, it costs the same four statements; Postgres itself counts them. */
@QuarkusTest
class BatchStatementsIT {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.INVENTORY_EVENTS, 0);

    @Inject
    BatchConsumers consumers;

    @Inject
    OrderStore store;

    @Inject
    SagaDecider decider;

    @Inject
    Desk desk;

    @Inject
    Database database;

    @Test
    void handlesFiveHundredAnswersWithFourStatements() throws IOException {
        var customer = "c-" + UUID.randomUUID();
        var orders = desk.place(customer, 500);
        var events = IntStream.range(0, orders.size())
                .mapToObj(n -> answer(n, Participants.of(orders.get(n))))
                .toList();
        var first = EventIds.next();

        try (var log = StatementLog.start(database.url())) {
            consume(events, first);

            assertThat(log.transactionWith(first.toString()))
                    .hasSize(4)
                    .satisfiesExactly(
                            inbox -> assertThat(inbox).contains("INSERT INTO inbox"),
                            lock -> assertThat(lock).startsWith("SELECT id, customer_id"),
                            update -> assertThat(update).startsWith("UPDATE orders"),
                            journal -> assertThat(journal).startsWith("WITH event"));
        }
        assertThat(database.count("orders WHERE customer_id = ? AND status = 'RESERVED'", customer))
                .isEqualTo(250);
        assertThat(database.count("orders WHERE customer_id = ? AND status = 'CANCELLED'", customer))
                .isEqualTo(250);
    }

    private static Event answer(int n, Participants say) {
        return n % 2 == 0 ? say.reserved() : say.outOfStock();
    }

    private void consume(List<Event> events, UUID first) {
        var handler = new AnswerHandler(
                InventoryAnswers.ALL, payload -> new StockAnswered((InventoryEvent) payload), store, decider);
        var consumer = consumers.of(Topics.INVENTORY_EVENTS, handler);
        var batch = IntStream.range(0, events.size())
                .mapToObj(n -> record(n == 0 ? first : EventIds.next(), events.get(n)))
                .toList();
        Desk.await(() -> consumer.consume(new ConsumerRecords<>(Map.of(PARTITION, batch), Map.of())));
    }

    private static ConsumerRecord<String, byte[]> record(UUID id, Event event) {
        return Wire.polled(Wire.record(id, event));
    }
}
