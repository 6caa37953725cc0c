package dev.orderflow.order.domain.saga;

import static dev.orderflow.order.domain.saga.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.order.domain.Cancellation;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Payment;
import dev.orderflow.order.domain.RequestedBy;
import dev.orderflow.order.domain.Shipment;
import dev.orderflow.order.domain.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What undoes what. */
class CompensationTest {

    @Test
    void owesNobodyAnythingWhenStockIsRejected() {
        var order = Situation.PENDING.reached().then(OUT_OF_STOCK);

        assertThat(order.events())
                .endsWith(
                        new OrderCancelled(ORDER, CUSTOMER, "out-of-stock", "SYSTEM", List.of(), "hold-1", 1),
                        new OrderClosed(ORDER, CUSTOMER, "out-of-stock", "SYSTEM", false, null, true));
        assertThat(order.order().version()).isEqualTo(3);
    }

    @Test
    void releasesStockWhenPaymentIsDeclined() {
        var order = Situation.RESERVED.reached().then(DECLINED);

        assertThat(order.last())
                .isEqualTo(new OrderCancelled(
                        ORDER, CUSTOMER, "payment-declined", "SYSTEM", List.of(Due.STOCK), "hold-1", 1));
        assertThat(order.order().payment()).isEqualTo(new Payment(PAYMENT, Payment.Status.DECLINED));
        assertThat(order.then(RELEASED).order().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void releasesStockWhenNobodyReserves() {
        var order = Situation.PENDING.reached().thenOverdue();

        assertThat(order.last())
                .isEqualTo(new OrderCancelled(ORDER, CUSTOMER, "timed-out", "SYSTEM", List.of(Due.STOCK), "hold-1", 1));
    }

    /** The capture may be under way: only payment knows, and it answers when it does. */
    @Test
    void asksPaymentTooWhenItWasAskedToCapture() {
        var order = Situation.RESERVED.reached().then(CANCEL);

        assertThat(order.last())
                .isEqualTo(new OrderCancelled(
                        ORDER, CUSTOMER, "customer-request", "CUSTOMER", List.of(Due.STOCK, Due.PAYMENT), "hold-1", 1));
        assertThat(order.then(VOIDED).then(RELEASED).order().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void refundsAndReleasesWhenTheParcelCannotBeShipped() {
        var order = Situation.CONFIRMED.reached().then(UNDELIVERABLE);

        assertThat(order.last())
                .isEqualTo(new OrderCancelled(
                        ORDER, CUSTOMER, "undeliverable", "SYSTEM", List.of(Due.STOCK, Due.PAYMENT), "hold-1", 1));
        assertThat(order.order().shipment()).isNull();
        var closed = order.then(RELEASED).then(REFUNDED).order();
        assertThat(closed.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(closed.payment()).isEqualTo(new Payment(PAYMENT, Payment.Status.REFUNDED));
    }

    @Test
    void asksOnlyShippingOnceTheOrderIsConfirmed() {
        var order = Situation.CONFIRMED.reached().then(new Cancel(RequestedBy.OPERATOR, "fraud"));

        assertThat(order.last()).isEqualTo(new ShipmentRecallRequested(ORDER, CUSTOMER, "fraud", "OPERATOR", 1));
        assertThat(order.order().progress().due()).isEmpty();
    }

    @Test
    void keepsTheReasonWhenTheParcelIsHeldBack() {
        var order = Situation.CONFIRMED.reached().then(SCHEDULED).thenOverdue().then(HELD_BACK);

        assertThat(order.last())
                .isEqualTo(new OrderCancelled(
                        ORDER, CUSTOMER, "timed-out", "SYSTEM", List.of(Due.STOCK, Due.PAYMENT), "hold-1", 1));
        assertThat(order.order().shipment().status()).isEqualTo(Shipment.Status.CANCELLED);
    }

    @Test
    void refusesTheCancellationWhenTheParcelHasLeft() {
        var order = Situation.RECALLING.reached().then(DISPATCHED);

        assertThat(order.last()).isInstanceOfSatisfying(OrderShipped.class, shipped -> {
            assertThat(shipped.cancellationRefused()).isTrue();
            assertThat(shipped.lines()).isEqualTo(QUANTITIES);
        });
        assertThat(order.order().cancellation())
                .isEqualTo(new Cancellation("customer-request", RequestedBy.CUSTOMER, true));
    }

    @Test
    void refundsAndRestocksOnlyWhenTheReturnedParcelIsBack() {
        var returning = Situation.RETURNING.reached();
        assertThat(returning.order().progress().due()).isEmpty();

        var refunding = returning.then(PARCEL_BACK);

        assertThat(refunding.last())
                .isEqualTo(new OrderReturned(ORDER, CUSTOMER, QUANTITIES, TOTAL, List.of(Due.STOCK, Due.PAYMENT), 1));
        assertThat(refunding.then(RESTOCKED).then(RETURN_REFUNDED).last())
                .isEqualTo(new ReturnClosed(ORDER, CUSTOMER, TOTAL, false, null));
    }

    /** Decided on the evolved order: neither answer alone closes it, whichever comes first. */
    @Test
    void closesWithTheLastAnswerInWhateverOrder() {
        var cancelling = Situation.CANCELLING.reached();

        assertThat(cancelling.then(RELEASED).then(REFUNDED).last()).isInstanceOf(OrderClosed.class);
        assertThat(cancelling.then(REFUNDED).then(RELEASED).last()).isInstanceOf(OrderClosed.class);
    }

    @Test
    void isStuckWhenTheRefundFails() {
        var order = Situation.PAYMENT_LEFT.reached().then(REFUND_FAILED);

        assertThat(order.last()).isInstanceOfSatisfying(OrderStuck.class, stuck -> {
            assertThat(stuck.state()).isEqualTo("CANCELLING");
            assertThat(stuck.waitingFor()).containsExactly("payment");
            assertThat(stuck.reason()).isEqualTo("the refund failed: the card is closed");
        });
        assertThat(order.order().progress().deadline()).isNull();
        assertThat(order.decide(REFUND_FAILED)).isEqualTo(new Verdict.Ignored(Verdict.Why.DUPLICATE));
    }

    /** An operator who knows of a silence only would not look at the refund. */
    @Test
    void tellsAboutAFailedRefundEvenIfItIsStuckAlready() {
        var order = Situation.PAYMENT_LEFT.reached().thenOverdue().then(REFUND_FAILED);

        assertThat(order.last()).isInstanceOf(OrderStuck.class);
    }

    /** A bank may send money back that had arrived, weeks later. */
    @Test
    void isReopenedAndStuckWhenTheRefundBreaksAfterItWasClosed() {
        var order = Situation.CANCELLED.reached().then(REFUND_FAILED);

        assertThat(order.last()).isInstanceOfSatisfying(OrderStuck.class, stuck -> {
            assertThat(stuck.state()).isEqualTo("CANCELLING");
            assertThat(stuck.waitingFor()).containsExactly("payment");
            assertThat(stuck.since()).isEqualTo(order.now());
        });
        assertThat(order.order().payment()).isEqualTo(new Payment(PAYMENT, Payment.Status.REFUND_FAILED));
        assertThat(order.order().progress().deadline()).isNull();
        assertThat(order.decide(REFUND_FAILED)).isEqualTo(new Verdict.Ignored(Verdict.Why.DUPLICATE));
    }

    @Test
    void isReopenedWhenTheRefundOfAReturnBreaks() {
        var order = Situation.RETURNED.reached().then(RETURN_REFUND_FAILED);

        assertThat(order.order().status()).isEqualTo(OrderStatus.REFUNDING);
        assertThat(order.order().progress().due()).containsExactly(Due.PAYMENT);
        assertThat(order.order().progress().stuck()).isTrue();
    }

    @Test
    void waitsForStockStillWhenTheRefundBreaksMeanwhile() {
        var order = Situation.STOCK_LEFT.reached().then(REFUND_FAILED);

        assertThat(order.order().progress().due()).containsExactlyInAnyOrder(Due.STOCK, Due.PAYMENT);
        assertThat(order.then(RELEASED).then(REFUNDED).order().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    /** Money that came although it was not wanted any more, and that can't be given back. */
    @Test
    void isReopenedByStrandedMoneyOfWhatWasNotPaidFor() {
        var declined = Situation.RESERVED.reached().then(DECLINED);
        var voided = Situation.CANCELLING.reached().then(VOIDED).then(RELEASED);

        assertThat(declined.then(REFUND_FAILED).order().progress().stuck()).isTrue();
        assertThat(declined.then(RELEASED)
                        .then(REFUND_FAILED)
                        .order()
                        .progress()
                        .stuck())
                .isTrue();
        assertThat(voided.then(REFUND_FAILED).order().progress().stuck()).isTrue();
    }
}
