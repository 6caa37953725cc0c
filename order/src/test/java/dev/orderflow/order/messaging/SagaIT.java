package dev.orderflow.order.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.order.application.Actor;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput.AcceptReturn;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.ChangeAddress;
import dev.orderflow.order.domain.OrderInput.Retry;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.PaymentMeans;
import dev.orderflow.order.domain.RequestedBy;
import dev.orderflow.order.testing.Database;
import dev.orderflow.order.testing.Desk;
import dev.orderflow.order.testing.OrderEvents;
import dev.orderflow.order.testing.Participants;
import dev.orderflow.order.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each way that an order can go, driven by what the participants publish and told by what order publishes. */
@QuarkusTest
class SagaIT {

    @Inject
    Desk desk;

    @Inject
    Database database;

    private final String customer = "c-" + UUID.randomUUID();
    private final Actor actor = Actor.customer(customer);

    @Test
    void deliversWhatIsReservedPaidAndShipped() {
        var order = desk.place(customer);
        var say = Participants.of(order);

        Wire.publish(say.reserved());
        desk.awaitStatus(order.id(), OrderStatus.RESERVED);
        Wire.publish(say.paid());
        desk.awaitStatus(order.id(), OrderStatus.CONFIRMED);
        Wire.publish(say.scheduled(), say.dispatched(), say.delivered());

        var published = published(order, OrderDelivered.class);
        assertThat(published)
                .extracting(Object::getClass)
                .containsExactly(
                        OrderPlaced.class,
                        PaymentRequested.class,
                        OrderConfirmed.class,
                        OrderShipped.class,
                        OrderDelivered.class);
        assertThat(((PaymentRequested) published.get(1)).paymentToken()).isEqualTo("tok_visa");
        assertThat(((OrderConfirmed) published.get(2)).shippingAddress()).isEqualTo(Desk.ADDRESS);
        assertThat(finished(order, OrderStatus.DELIVERED).version()).isEqualTo(6);
    }

    @Test
    void closesWhatIsOutOfStock() {
        var order = desk.place(customer);

        Wire.publish(Participants.of(order).outOfStock());

        assertThat(published(order, OrderClosed.class))
                .extracting(Object::getClass)
                .containsExactly(OrderPlaced.class, OrderCancelled.class, OrderClosed.class);
        assertThat(finished(order, OrderStatus.CANCELLED).cancellation().reason())
                .isEqualTo("out-of-stock");
    }

    @Test
    void releasesStockWhenPaymentIsDeclined() {
        var order = desk.place(customer);
        var say = Participants.of(order);
        reach(order, OrderStatus.RESERVED, say.reserved());
        reach(order, OrderStatus.CANCELLING, say.declined());

        Wire.publish(say.released());

        published(order, OrderClosed.class);
        var cancelled = finished(order, OrderStatus.CANCELLED);
        assertThat(cancelled.cancellation().reason()).isEqualTo("payment-declined");
        assertThat(cancelled.payment().id()).isEqualTo(say.payment());
    }

    @Test
    void refundsAndReleasesWhatCannotBeShipped() {
        var order = desk.place(customer);
        var say = Participants.of(order);
        reach(order, OrderStatus.RESERVED, say.reserved());
        reach(order, OrderStatus.CONFIRMED, say.paid());
        reach(order, OrderStatus.CANCELLING, say.undeliverable());

        Wire.publish(say.released(), say.refunded(RefundCause.CANCELLED));

        published(order, OrderClosed.class);
        assertThat(finished(order, OrderStatus.CANCELLED).cancellation().reason())
                .isEqualTo("undeliverable");
    }

    @Test
    void undoesEverythingWhenTheParcelIsHeldBack() {
        var order = desk.place(customer);
        var say = Participants.of(order);
        reach(order, OrderStatus.RESERVED, say.reserved());
        reach(order, OrderStatus.CONFIRMED, say.paid());
        desk.command(order.id(), actor, new Cancel(RequestedBy.CUSTOMER, null));
        reach(order, OrderStatus.CANCELLING, say.heldBack());
        Wire.publish(say.refunded(RefundCause.CANCELLED), say.released());

        assertThat(published(order, OrderClosed.class))
                .extracting(Object::getClass)
                .containsExactly(
                        OrderPlaced.class,
                        PaymentRequested.class,
                        OrderConfirmed.class,
                        ShipmentRecallRequested.class,
                        OrderCancelled.class,
                        OrderClosed.class);
        finished(order, OrderStatus.CANCELLED);
    }

    @Test
    void shipsWhatHadLeftBeforeItWasRecalled() {
        var order = desk.place(customer);
        var say = Participants.of(order);
        reach(order, OrderStatus.RESERVED, say.reserved());
        reach(order, OrderStatus.CONFIRMED, say.paid());
        desk.command(order.id(), actor, new Cancel(RequestedBy.CUSTOMER, null));

        Wire.publish(say.scheduled(), say.dispatched());

        published(order, OrderShipped.class);
        assertThat(finished(order, OrderStatus.SHIPPED).cancellation().refused())
                .isTrue();
    }

    @Test
    void refundsAndRestocksWhatIsSentBack() {
        var order = desk.place(customer);
        var say = Participants.of(order);
        reach(order, OrderStatus.RESERVED, say.reserved());
        reach(order, OrderStatus.CONFIRMED, say.paid());
        Wire.publish(say.dispatched(), say.delivered());
        desk.awaitStatus(order.id(), OrderStatus.DELIVERED);
        desk.command(order.id(), actor, new AcceptReturn("too small"));
        reach(order, OrderStatus.REFUNDING, say.parcelBack());
        Wire.publish(say.refunded(RefundCause.RETURNED), say.restocked());

        assertThat(published(order, ReturnClosed.class))
                .extracting(Object::getClass)
                .endsWith(ReturnAccepted.class, OrderReturned.class, ReturnClosed.class);
        finished(order, OrderStatus.RETURNED);
    }

    @Test
    void isStuckOnAFailedRefundUntilAnOperatorRetries() {
        var order = desk.place(customer);
        var say = Participants.of(order);
        reach(order, OrderStatus.RESERVED, say.reserved());
        desk.command(order.id(), actor, new Cancel(RequestedBy.CUSTOMER, null));
        Wire.publish(say.released(), say.refundFailed());
        published(order, OrderStuck.class);
        assertThat(desk.awaitVersion(order.id(), 6).progress().stuck()).isTrue();

        desk.command(order.id(), Actor.operator("ops"), new Retry());

        var again = (OrderCancelled) published(order, OrderCancelled.class).getLast();
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.due()).extracting(Enum::name).containsExactly("PAYMENT");
        Wire.publish(say.refunded(RefundCause.CANCELLED));
        published(order, OrderClosed.class);
        finished(order, OrderStatus.CANCELLED);
    }

    @Test
    void shipsToTheCorrectedAddress() {
        var order = desk.place(customer);
        var say = Participants.of(order);
        var other = new Address("Marta Lindqvist", "Avenyn 1", null, "Göteborg", null, "411 36", "SE");

        desk.command(order.id(), actor, new ChangeAddress(other));
        reach(order, OrderStatus.RESERVED, say.reserved());
        reach(order, OrderStatus.CONFIRMED, say.paid());

        var confirmed = (OrderConfirmed) published(order, OrderConfirmed.class).getLast();
        assertThat(confirmed.shippingAddress()).isEqualTo(other);
        assertThat(confirmed.contact()).isEqualTo(Desk.CONTACT);
        finished(order, OrderStatus.CONFIRMED);
        assertThat(database.count(
                        "journal WHERE key = ? AND payload::text LIKE '%Avenyn%'",
                        order.id().toString()))
                .isZero();
    }

    private void reach(Order order, OrderStatus status, Event said) {
        Wire.publish(said);
        desk.awaitStatus(order.id(), status);
    }

    private static List<Event> published(Order order, Class<? extends Event> last) {
        try (var events = new OrderEvents()) {
            return events.until(order.id(), last);
        }
    }

    /** The order at its end, after a look at its journal, which has to tell the same. */
    private Order finished(Order order, OrderStatus status) {
        var row = desk.awaitStatus(order.id(), status);
        assertThat(desk.asTheJournalTells(row)).isEqualTo(withoutMeansAndDeadline(row));
        assertThat(database.count("journal WHERE key = ?", order.id().toString()))
                .isEqualTo(row.version());
        return row;
    }

    /** The journal has neither. */
    private static Order withoutMeansAndDeadline(Order order) {
        return order.with((PaymentMeans) null).until(null);
    }
}
