package dev.orderflow.loyalty.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.loyalty.testing.AnOrder;
import dev.orderflow.loyalty.testing.Broker;
import dev.orderflow.loyalty.testing.Rows;
import dev.orderflow.messaging.consumer.BatchConsumers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One poll's records at a time, without a broker: who comes first in a batch, and what a batch costs. */
@QuarkusTest
class BatchIT {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.ORDER_EVENTS, 0);

    @Inject
    BatchConsumers consumers;

    @Inject
    OrderEventsHandler handler;

    @Inject
    Rows rows;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final AnOrder order = AnOrder.some();

    @AfterEach
    void everyBalanceIsTheSumOfItsMovements() {
        assertThat(rows.unbalanced()).isEmpty();
    }

    @Test
    void eachEventSeesWhatThoseBeforeItDid() throws Throwable {
        var other = order.again();

        consume(records(
                order.delivered(),
                other.delivered(),
                order.deliveredByHand(),
                order.returnClosed(),
                order.returnClosedByHand(),
                order.deliveredByHand()));

        assertThat(rows.movements(order)).containsExactly("EARNED 25", "TAKEN_BACK -25", "EARNED 25");
        assertThat(rows.balance(order)).containsExactly("50");
    }

    @Test
    void whatStandsTwiceInABatchMovesOnce() throws Throwable {
        var batch = records(order.delivered(), order.returnClosed());

        consume(Stream.concat(batch.stream(), batch.stream()).toList());
        consume(batch);

        assertThat(rows.movements(order)).containsExactly("EARNED 25", "TAKEN_BACK -25");
    }

    /** What can't be counted is a dead letter, and costs nobody else their points. */
    @Test
    void aCulpritStandsAlone() throws Throwable {
        var boundless = AnOrder.some().of("99999999999999999999.00", "EUR");

        consume(records(order.delivered(), boundless.delivered(), boundless.returnClosed()));

        assertThat(rows.movements(order)).containsExactly("EARNED 25");
        assertThat(rows.movements(boundless)).isEmpty();
        assertThat(rows.letters(boundless))
                .containsExactly("orderflow.order.delivered OPEN", "orderflow.order.return-closed WAITING");
    }

    /** However many events a batch has, it costs the same few statements; Postgres itself counts them. */
    @Test
    void handlesFiveHundredEventsWithSixStatements() throws Throwable {
        var known = IntStream.range(0, 200).mapToObj(each -> AnOrder.some()).toList();
        consume(records(known.stream().map(AnOrder::delivered).toArray(OrderEvent[]::new)));
        var batch = records(Stream.concat(
                        known.stream().map(AnOrder::returnClosed),
                        IntStream.range(0, 300).mapToObj(each -> AnOrder.some().delivered()))
                .toArray(OrderEvent[]::new));

        try (var log = StatementLog.start(url)) {
            consume(batch);

            var statements = log.transactionWith("INSERT INTO inbox", id(batch.getFirst()), id(batch.getLast()));
            assertThat(statements).hasSize(6);
            assertThat(String.join("\n", statements))
                    .contains(
                            "INSERT INTO inbox",
                            "INSERT INTO account",
                            "FOR UPDATE",
                            "sum(m.points)",
                            "INSERT INTO movement",
                            "UPDATE account");
        }
        assertThat(batch).hasSize(500);
        assertThat(rows.balance(known.getFirst())).containsExactly("0");
    }

    private void consume(List<ProducerRecord<String, byte[]>> sent) throws Throwable {
        var consumer = consumers.of(Topics.ORDER_EVENTS, handler);
        var batch = sent.stream().map(BatchIT::received).toList();
        var records = new ConsumerRecords<>(Map.of(PARTITION, batch), Map.of());
        VertxContextSupport.subscribeAndAwait(() -> consumer.consume(records));
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    private static List<ProducerRecord<String, byte[]>> records(OrderEvent... events) {
        return Stream.of(events)
                .map(event -> Broker.record(event, Instant.now()))
                .toList();
    }

    private static String id(ProducerRecord<String, byte[]> record) {
        return Broker.id(record).toString();
    }
}
