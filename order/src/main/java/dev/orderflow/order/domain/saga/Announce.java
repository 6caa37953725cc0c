package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.order.domain.AddressChanged;
import dev.orderflow.order.domain.Answer;
import dev.orderflow.order.domain.AnswerRecorded;
import dev.orderflow.order.domain.CancelReasons;
import dev.orderflow.order.domain.Cancellation;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.ParcelTracked;
import dev.orderflow.order.domain.Payment;
import dev.orderflow.order.domain.RequestedBy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The events that an order's next version is announced with, filled from the order as it is. */
final class Announce {

    private Announce() {}

    static PaymentRequested paymentRequested(Order order, Instant payBy) {
        var means = order.means();
        return new PaymentRequested(
                order.id(), order.customerId(), order.total(), means.method(), payBy, means.token());
    }

    static OrderConfirmed confirmed(Order order, UUID paymentId) {
        var terms = order.terms();
        var to = order.recipient();
        return new OrderConfirmed(
                order.id(), order.customerId(), terms.lines(), terms.total(), paymentId, to.address(), to.contact());
    }

    static ShipmentRecallRequested recallRequested(Order order, Cancellation why, int round) {
        return new ShipmentRecallRequested(
                order.id(), order.customerId(), why.reason(), why.requestedBy().name(), round);
    }

    static OrderCancelled cancelled(Order order, Cancellation why, Due... due) {
        return cancelled(order, why, List.of(due), 1);
    }

    /** The next round, to those only who have not answered. */
    static OrderCancelled cancelledAgain(Order order) {
        var progress = order.progress();
        return cancelled(order, order.cancellation(), progress.dueInOrder(), progress.round() + 1);
    }

    private static OrderCancelled cancelled(Order order, Cancellation why, List<Due> due, int round) {
        return new OrderCancelled(
                order.id(),
                order.customerId(),
                why.reason(),
                why.requestedBy().name(),
                due,
                order.terms().hold(),
                round);
    }

    static OrderClosed closed(Order order) {
        return closed(order, order.cancellation(), false, null, true);
    }

    /** What is being cancelled was said to be; of anything else this is the first that is heard of it. */
    static OrderClosed closedByHand(Order order, String handReason) {
        var why = order.cancellation() == null
                ? Cancellation.of(CancelReasons.RESOLVED_BY_HAND, RequestedBy.OPERATOR)
                : order.cancellation();
        return closed(order, why, true, handReason, order.status() == OrderStatus.CANCELLING);
    }

    private static OrderClosed closed(
            Order order, Cancellation why, boolean byHand, String handReason, boolean announced) {
        return new OrderClosed(
                order.id(), order.customerId(), why.reason(), why.requestedBy().name(), byHand, handReason, announced);
    }

    static OrderShipped shipped(Order order, ShipmentDispatched dispatched, boolean cancellationRefused) {
        return new OrderShipped(
                order.id(),
                order.customerId(),
                order.terms().quantities(),
                dispatched.shipmentId(),
                dispatched.carrier(),
                dispatched.trackingNumber(),
                dispatched.dispatchedAt(),
                cancellationRefused);
    }

    static OrderDelivered delivered(Order order, ShipmentDelivered delivered) {
        return new OrderDelivered(
                order.id(),
                order.customerId(),
                order.total(),
                delivered.shipmentId(),
                delivered.deliveredAt(),
                false,
                null);
    }

    static OrderDelivered deliveredByHand(Order order, Instant now, String handReason) {
        var shipmentId = order.shipment() == null ? null : order.shipment().id();
        return new OrderDelivered(order.id(), order.customerId(), order.total(), shipmentId, now, true, handReason);
    }

    static ReturnAccepted returnAccepted(Order order, String reason, int round) {
        return returnAccepted(order, reason, round, false);
    }

    /** The next round, without the customer's reason: shipping knows it from the first one. */
    static ReturnAccepted returnAcceptedAgain(Order order) {
        return returnAccepted(order, null, order.progress().round() + 1, true);
    }

    private static ReturnAccepted returnAccepted(Order order, String reason, int round, boolean repeated) {
        return new ReturnAccepted(
                order.id(),
                order.customerId(),
                order.terms().quantities(),
                reason,
                round,
                order.recipient().address(),
                repeated);
    }

    static OrderReturned returned(Order order, List<Due> due, int round) {
        return new OrderReturned(order.id(), order.customerId(), order.terms().quantities(), order.total(), due, round);
    }

    static ReturnClosed returnClosed(Order order) {
        return new ReturnClosed(order.id(), order.customerId(), order.total(), false, null);
    }

    static ReturnClosed returnClosedByHand(Order order, String handReason) {
        return new ReturnClosed(order.id(), order.customerId(), refunded(order), true, handReason);
    }

    private static Money refunded(Order order) {
        var payment = order.payment();
        return payment != null && payment.status() == Payment.Status.REFUNDED ? order.total() : null;
    }

    static OrderStuck stuck(Order order, String reason) {
        var progress = order.progress();
        return new OrderStuck(
                order.id(), order.customerId(), order.status().name(), progress.waitingFor(), progress.since(), reason);
    }

    static AddressChanged addressChanged(Order order, Address address) {
        return new AddressChanged(order.id(), order.customerId(), address);
    }

    static ParcelTracked tracked(Order order, ShipmentScheduled scheduled) {
        return new ParcelTracked(
                order.id(),
                order.customerId(),
                scheduled.shipmentId(),
                scheduled.carrier(),
                scheduled.trackingNumber());
    }

    static AnswerRecorded answer(Order order, Answer answer, UUID reference, String detail) {
        return new AnswerRecorded(order.id(), order.customerId(), answer, reference, detail);
    }
}
