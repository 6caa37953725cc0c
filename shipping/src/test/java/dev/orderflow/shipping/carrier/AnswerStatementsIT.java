package dev.orderflow.shipping.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.shipping.domain.Call.WatchParcel;
import dev.orderflow.shipping.domain.Input;
import dev.orderflow.shipping.domain.Input.ParcelMoved;
import dev.orderflow.shipping.domain.Tracking;
import dev.orderflow.shipping.testing.AnOrder;
import dev.orderflow.shipping.testing.CarrierParts;
import dev.orderflow.shipping.testing.Rows;
import dev.orderflow.shipping.testing.TheCarrier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * However much of what the carrier says is recorded together, it costs the same few statements; Postgres itself counts
 * them. The parcels are told of here alone: the carrier knows none of them.
 */
@QuarkusTest
@QuarkusTestResource(CarrierParts.class)
class AnswerStatementsIT {

    @Inject
    WatchParcelTask watch;

    @Inject
    CarrierWebhooks webhooks;

    @Inject
    UnitsOfWork units;

    @Inject
    Rows rows;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final List<AnOrder> orders =
            Stream.generate(AnOrder::paid).limit(100).toList();

    @BeforeEach
    void areUnderWay() {
        orders.forEach(order -> rows.isUnderWay(order, Instant.now()));
    }

    @AfterEach
    void areForgotten() {
        orders.forEach(rows::isForgotten);
    }

    /** Beside the two that are messaging's own: a task is still ours, and it is done. */
    @Test
    void recordsAHundredAnswersWithFourStatements() throws Throwable {
        var answers = orders.stream().map(this::moved).toList();

        try (var log = StatementLog.start(url)) {
            VertxContextSupport.subscribeAndAwait(() -> units.run(work -> watch.record(work, answers)));

            assertThat(log.transactionWith(firstAndLast("UPDATE shipment")))
                    .satisfiesExactly(
                            lock -> assertThat(lock).startsWith("SELECT to_jsonb(s)"),
                            update -> assertThat(update).startsWith("UPDATE shipment"),
                            journal -> assertThat(journal).startsWith("WITH event"),
                            looks -> assertThat(looks).startsWith("INSERT INTO task"));
        }
        assertThat(orders).allSatisfy(this::isDispatched);
    }

    /** The first transaction waits for the journal, and the webhooks behind it share the second. */
    @Test
    void takesAHundredWebhooksWithThreeStatements() throws Throwable {
        var bodies = orders.stream().map(this::webhook).toList();

        try (var log = StatementLog.start(url)) {
            takeAtOnce(bodies);

            assertThat(log.transactionsWith("carrier_id = ANY", "UPDATE shipment"))
                    .hasSizeLessThanOrEqualTo(2)
                    .allSatisfy(statements -> assertThat(statements)
                            .satisfiesExactly(
                                    lock -> assertThat(lock).startsWith("SELECT to_jsonb(s)"),
                                    update -> assertThat(update).startsWith("UPDATE shipment"),
                                    journal -> assertThat(journal).startsWith("WITH event")));
        }
        assertThat(orders).allSatisfy(this::isDispatched);
    }

    private void takeAtOnce(List<byte[]> bodies) throws Exception {
        try (var journal = rows.lockingTheJournal()) {
            var taken = bodies.stream()
                    .map(body -> webhooks.take(body).subscribeAsCompletionStage())
                    .toArray(CompletableFuture[]::new);
            journal.rollback();
            CompletableFuture.allOf(taken).join();
        }
    }

    private Answered<WatchParcel, List<Input>> moved(AnOrder order) {
        var label = UUID.fromString(rows.shipment(order, "label_id").orElseThrow());
        var now = Instant.now();
        var task = new Task(
                EventIds.next(),
                WatchParcelTask.KIND,
                order.id().toString(),
                "{}",
                null,
                1,
                now.plus(Duration.ofDays(1)));
        var moved = new ParcelMoved(label, new Tracking("OrderflowParcel", "PN"), now);
        return new Answered<>(task, new WatchParcel(label, parcel(order)), List.of(moved), Cause.here());
    }

    private byte[] webhook(AnOrder order) {
        return TheCarrier.webhook(parcel(order), "PN", "in_transit").getBytes(UTF_8);
    }

    private String parcel(AnOrder order) {
        return rows.shipment(order, "carrier_id").orElseThrow();
    }

    private void isDispatched(AnOrder order) {
        assertThat(rows.shipment(order, "status")).contains("DISPATCHED");
    }

    private String[] firstAndLast(String statement) {
        return new String[] {
            statement, orders.getFirst().id().toString(), orders.getLast().id().toString()
        };
    }
}
