package dev.orderflow.order.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.order.application.Actor;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.RequestedBy;
import dev.orderflow.order.testing.Database;
import dev.orderflow.order.testing.Desk;
import dev.orderflow.order.testing.Participants;
import dev.orderflow.order.testing.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Answers come twice, late, out of order, about strangers and over two topics at once. */
@QuarkusTest
class DeliveryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Desk desk;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private final String customer = "c-" + UUID.randomUUID();

    @Test
    void takesEachAnswerOnce() {
        var order = desk.place(customer);
        var say = Participants.of(order);

        var sent = Wire.publish(say.reserved());
        Wire.publishAgain(sent);
        Wire.publishAgain(sent);
        desk.awaitStatus(order.id(), OrderStatus.RESERVED);
        Wire.publish(say.paid());

        assertThat(desk.awaitStatus(order.id(), OrderStatus.CONFIRMED).version())
                .isEqualTo(3);
    }

    /** Another event with the same content is another answer; the saga itself has to ignore it. */
    @Test
    void ignoresAnAnswerThatWasGivenBefore() {
        var before = ignored("inventory-events", "late");
        var order = desk.place(customer);
        var say = Participants.of(order);

        Wire.publish(say.reserved(), say.reserved());
        awaitIgnored("inventory-events", "late", before + 1);

        desk.awaitVersion(order.id(), 2);
    }

    @Test
    void ignoresAnswersThatComeBeforeTheirQuestion() {
        var before = ignored("shipping-events", "impossible");
        var order = desk.place(customer);
        var say = Participants.of(order);

        Wire.publish(say.delivered(), say.dispatched());
        awaitIgnored("shipping-events", "impossible", before + 2);

        assertThat(desk.find(order.id()).version()).isEqualTo(1);
    }

    /** Payment refunds by itself what it captures too late; order has only to keep its head. */
    @Test
    void ignoresACaptureThatCrossesTheCancellation() {
        var before = ignored("payment-events", "late");
        var order = desk.place(customer);
        var say = Participants.of(order);
        Wire.publish(say.reserved());
        desk.awaitStatus(order.id(), OrderStatus.RESERVED);
        desk.command(order.id(), Actor.customer(customer), new Cancel(RequestedBy.CUSTOMER, null));

        Wire.publish(say.paid());
        awaitIgnored("payment-events", "late", before + 1);
        Wire.publish(say.refunded(RefundCause.CANCELLED));
        Wire.publish(say.released());

        desk.awaitStatus(order.id(), OrderStatus.CANCELLED);
    }

    @Test
    void countsAnswersAboutStrangers() {
        var before = ignored("inventory-events", "unknown-order");
        var order = desk.place(customer);
        var stranger = Participants.of(new Order(
                EventIds.next(),
                order.terms(),
                order.recipient(),
                order.means(),
                order.progress(),
                null,
                null,
                null,
                1,
                order.updatedAt()));

        Wire.publish(stranger.reserved(), Participants.of(order).reserved());
        awaitIgnored("inventory-events", "unknown-order", before + 1);

        desk.awaitStatus(order.id(), OrderStatus.RESERVED);
        assertThat(database.count("dead_letter")).isZero();
    }

    /** The last answer closes the order, whichever channel brings it: both lock the row and see the other's effect. */
    @Test
    void closesEachOrderOnceWhenTwoChannelsAnswerAtOnce() {
        var orders = cancelledWhileReserved(100);

        Wire.publish(answers(orders, Participants::released));
        Wire.publish(answers(orders.reversed(), Participants::voided));

        var ids = orders.stream().map(say -> say.order().id()).toArray(UUID[]::new);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                database.count("orders WHERE status = 'CANCELLED' AND id = ANY(?)", (Object) ids))
                        .isEqualTo(100));
        assertThat(database.count(
                        "journal WHERE type = 'orderflow.order.closed' AND key = ANY(?::text[])", (Object) ids))
                .isEqualTo(100);
        assertThat(database.count("orders WHERE version <> 6 AND id = ANY(?)", (Object) ids))
                .isZero();
    }

    private List<Participants> cancelledWhileReserved(int count) {
        var orders = desk.place(customer, count);
        var ids = orders.stream().map(Order::id).toList();
        database.execute("UPDATE orders SET status = 'RESERVED', version = 2 WHERE id = ANY(?)", (Object)
                ids.toArray(UUID[]::new));
        desk.command(ids, Actor.customer(customer), new Cancel(RequestedBy.CUSTOMER, null));
        return orders.stream().map(Participants::of).toList();
    }

    private static Event[] answers(List<Participants> orders, Function<Participants, Event> answer) {
        return orders.stream().map(answer).toArray(Event[]::new);
    }

    private double ignored(String channel, String reason) {
        var counter = metrics.find("orderflow.consumer.ignored")
                .tags("channel", channel, "reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private void awaitIgnored(String channel, String reason, double count) {
        await(reason).atMost(PATIENCE).until(() -> ignored(channel, reason) >= count);
    }
}
