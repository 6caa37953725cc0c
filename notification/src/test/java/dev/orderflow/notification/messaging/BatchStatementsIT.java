package dev.orderflow.notification.messaging;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orderflow.contracts.CloudEventHeaders;
import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.messaging.consumer.BatchConsumers;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.OrderTopic;
import dev.orderflow.notification.testing.Receiver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many events a batch has, it costs the same few statements; Postgres itself counts them. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class BatchStatementsIT {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.ORDER_EVENTS, 0);

    @Inject
    BatchConsumers consumers;

    @Inject
    OrderEventHandler handler;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    /** Most customers can't be reached, some by mail, and one has an endpoint. */
    @Test
    void handlesFiveHundredEventsWithNineStatements() throws Throwable {
        var subscriber = AnOrder.some();
        subscribe(subscriber);
        var orders = Stream.concat(
                Stream.of(subscriber, subscriber.again()),
                Stream.concat(
                        Stream.generate(AnOrder::some).limit(8),
                        Stream.generate(() -> AnOrder.some().withoutEmail()).limit(240)));
        var batch = records(orders.flatMap(order -> Stream.of(order.placed(), order.confirmed())));

        try (var log = StatementLog.start(url)) {
            consume(batch);

            assertThat(log.transactionWith(id(batch.getFirst()), id(batch.getLast())))
                    .satisfiesExactly(
                            inbox -> assertThat(inbox).contains("INSERT INTO inbox"),
                            make -> assertThat(make).startsWith("INSERT INTO correspondence"),
                            lock -> assertThat(lock).startsWith("SELECT order_id, customer_id, email"),
                            said -> assertThat(said).startsWith("SELECT customer_id, locale"),
                            update -> assertThat(update).startsWith("UPDATE correspondence"),
                            told -> assertThat(told).startsWith("INSERT INTO notification"),
                            hooks -> assertThat(hooks).startsWith("INSERT INTO webhook_delivery"),
                            journal -> assertThat(journal).startsWith("WITH event"),
                            tasks -> assertThat(tasks).startsWith("INSERT INTO task"));
        }
        assertThat(batch).hasSize(500);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(receiver.received()).hasSize(4));
    }

    private void subscribe(AnOrder order) {
        given().auth()
                .oauth2(Tokens.customer(order.customer()))
                .contentType("application/json")
                .body("{\"locale\":\"en\",\"channels\":[\"EMAIL\",\"WEBHOOK\"],\"webhookUrl\":\"%s\"}"
                        .formatted(receiver.url()))
                .put("/preferences")
                .then()
                .statusCode(200);
    }

    private void consume(List<ConsumerRecord<String, byte[]>> batch) throws Throwable {
        var consumer = consumers.of(Topics.ORDER_EVENTS, handler);
        var records = new ConsumerRecords<>(Map.of(PARTITION, batch), Map.of());
        VertxContextSupport.subscribeAndAwait(() -> consumer.consume(records));
    }

    private static List<ConsumerRecord<String, byte[]>> records(Stream<OrderEvent> events)
            throws JsonProcessingException {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var event : events.toList()) {
            records.add(record(EventIds.next(), event));
        }
        return records;
    }

    private static ConsumerRecord<String, byte[]> record(UUID id, OrderEvent event) throws JsonProcessingException {
        var sent = OrderTopic.record(id, event);
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader(CloudEventHeaders.ID).value(), UTF_8);
    }
}
