package dev.orderflow.order.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.Database;
import dev.orderflow.order.testing.Desk;
import dev.orderflow.order.testing.LogLines;
import dev.orderflow.order.testing.OrderEvents;
import dev.orderflow.order.testing.Participants;
import dev.orderflow.order.testing.Spans;
import dev.orderflow.order.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Time is told by the database row: a deadline that lies in the past has passed. */
@QuarkusTest
class DeadlineSweepIT {

    @Inject
    Desk desk;

    @Inject
    Database database;

    @Inject
    DeadlineSweep sweep;

    @Inject
    Spans spans;

    private final String customer = "c-" + UUID.randomUUID();
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Test
    void cancelsWhatNobodyReserved() {
        var order = desk.place(customer);
        overdue(order);

        var cancelling = desk.awaitStatus(order.id(), OrderStatus.CANCELLING);

        assertThat(cancelling.cancellation().reason()).isEqualTo("timed-out");
        assertThat(cancelling.progress().deadline()).isAfter(Instant.now());
        try (var events = new OrderEvents()) {
            var cancelled = (OrderCancelled)
                    events.until(order.id(), OrderCancelled.class).getLast();
            assertThat(cancelled.requestedBy()).isEqualTo("SYSTEM");
        }
        Wire.publish(Participants.of(order).released());
        desk.awaitStatus(order.id(), OrderStatus.CANCELLED);
    }

    @Test
    void flagsWhatNobodyUndoes() {
        var order = desk.place(customer);
        overdue(order);
        desk.awaitStatus(order.id(), OrderStatus.CANCELLING);
        overdue(order);

        try (var events = new OrderEvents()) {
            events.until(order.id(), OrderStuck.class);
        }
        var stuck = desk.awaitVersion(order.id(), 3);
        assertThat(stuck.progress().stuck()).isTrue();
        assertThat(stuck.progress().deadline()).isNull();
    }

    @Test
    void leavesAloneWhatHasTime() {
        var order = desk.place(customer);
        var other = desk.place(customer);
        overdue(other);
        desk.awaitStatus(other.id(), OrderStatus.CANCELLING);

        assertThat(desk.find(order.id())).isEqualTo(order);
    }

    /** More than a batch, and more sweepers than one: each order is told once. */
    @Test
    void tellsEachOrderOnceWhoeverSweeps() {
        var orders = desk.place(customer, 450).stream().map(Order::id).toArray(UUID[]::new);
        database.execute("UPDATE orders SET deadline = now() - interval '1 second' WHERE id = ANY(?)", (Object) orders);

        try (var sweepers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(n -> sweepers.submit(() -> Desk.await(sweep::sweep)));
        }

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(
                                database.count("orders WHERE status = 'CANCELLING' AND id = ANY(?)", (Object) orders))
                        .isEqualTo(450));
        assertThat(database.count("journal WHERE key = ANY(?::text[])", (Object) orders))
                .isEqualTo(900);
    }

    /** No request of anybody's brings it about. */
    @Test
    void goesOnInTheTraceInWhichTheOrderWasPlaced() {
        var order = desk.place(customer);
        recorded(order);
        overdue(order);

        desk.awaitStatus(order.id(), OrderStatus.CANCELLING);

        assertThat(database.count(
                        "journal WHERE key = ? AND version = 2 AND headers ->> 'traceparent' LIKE ?",
                        order.id().toString(),
                        "00-" + trace + "-%"))
                .isEqualTo(1);
        assertThat(spans.all()).anyMatch(span -> span.startsWith(trace + " deadline passed UNSET"));
    }

    /** What is refused last of all has not happened. */
    @Test
    void tellsInThatTraceThatItsCommitHasFailed() {
        var order = desk.place(customer);
        recorded(order);
        database.define("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''refused''; END'");
        database.define("CREATE CONSTRAINT TRIGGER refusal AFTER UPDATE ON orders DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW WHEN (NEW.id = '" + order.id() + "' AND NEW.version > 1) EXECUTE FUNCTION refuse()");
        try {
            overdue(order);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(spans.all())
                            .filteredOn(span -> span.startsWith(trace + " deadline passed"))
                            .isNotEmpty()
                            .allMatch(span -> span.contains(" ERROR ")));
        } finally {
            database.define("DROP FUNCTION refuse CASCADE");
        }
    }

    /** Its request was recorded. */
    private void recorded(Order order) {
        database.execute(
                "UPDATE journal SET headers = headers || jsonb_build_object('traceparent', ?::text) WHERE key = ?",
                "00-" + trace + "-00f067aa0ba902b7-01",
                order.id().toString());
    }

    /** Whoever holds an order may be ending its wait; the others' time is up all the same. */
    @Test
    void skipsWhatAConsumerHolds() throws SQLException {
        var held = desk.place(customer);
        var free = desk.place(customer);
        try (var _ = database.holding("SELECT 1 FROM orders WHERE id = ? FOR KEY SHARE", held.id())) {
            overdue(held);
            overdue(free);
            desk.awaitStatus(free.id(), OrderStatus.CANCELLING);
            assertThat(desk.find(held.id()).status()).isEqualTo(OrderStatus.PENDING);
        }
        desk.awaitStatus(held.id(), OrderStatus.CANCELLING);
    }

    /** The culprit's time was up first, so whatever batch holds the other one holds the culprit too. */
    @Test
    void goesOnWithTheOthersWhenOneOrderCannotBeDecided() {
        var culprit = desk.place(customer);
        var other = desk.place(customer);
        database.execute("UPDATE orders SET payment = '{\"status\": \"SECRET-1\"}' WHERE id = ?", culprit.id());
        try (var log = LogLines.start()) {
            database.execute("UPDATE orders SET deadline = now() - interval '1 day' WHERE id = ?", culprit.id());
            overdue(other);

            desk.awaitStatus(other.id(), OrderStatus.CANCELLING);

            assertThat(log.all()).anyMatch(line -> line.contains(culprit.id().toString()));
            assertThat(log.all()).noneMatch(line -> line.contains("SECRET-1"));
        } finally {
            database.execute("UPDATE orders SET payment = NULL WHERE id = ?", culprit.id());
        }
    }

    private void overdue(Order order) {
        database.execute("UPDATE orders SET deadline = now() - interval '1 second' WHERE id = ?", order.id());
    }
}
