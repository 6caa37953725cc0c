package dev.orderflow.order.domain;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.contracts.value.Due;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** What each event makes of an order. Decides nothing: an event that was appended is a fact. */
final class Evolution {

    private Evolution() {}

    static Order of(Order order, OrderEvent event, Instant at) {
        return switch (event) {
            case OrderPlaced placed ->
                throw new IllegalArgumentException("order " + placed.orderId() + " placed twice");
            case PaymentRequested _ -> order.enter(OrderStatus.RESERVED, at);
            case OrderConfirmed confirmed ->
                order.enter(OrderStatus.CONFIRMED, at)
                        .with(new Payment(confirmed.paymentId(), Payment.Status.COMPLETED));
            case ShipmentRecallRequested recall -> recalling(order, recall, at);
            case OrderCancelled cancelled -> cancelling(order, cancelled, at);
            case OrderClosed closed -> closed(order, closed, at);
            case OrderShipped shipped -> shipped(order, shipped, at);
            case OrderDelivered _ -> delivered(order, at);
            case ReturnAccepted accepted -> returning(order, accepted, at);
            case OrderReturned returned -> returned(order, returned, at);
            case ReturnClosed _ -> order.enter(OrderStatus.RETURNED, at);
            case OrderStuck _ -> order.with(order.progress().asStuck());
        };
    }

    static Order of(Order order, InternalEvent event, Instant at) {
        return switch (event) {
            case AddressChanged changed ->
                order.with(new Recipient(
                        changed.shippingAddress(), order.recipient().contact()));
            case ParcelTracked tracked ->
                order.with(new Shipment(
                        tracked.shipmentId(), tracked.carrier(), tracked.trackingNumber(), Shipment.Status.SCHEDULED));
            case AnswerRecorded recorded -> answered(order, recorded, at);
        };
    }

    private static Order recalling(Order order, ShipmentRecallRequested recall, Instant at) {
        return requested(order.enter(OrderStatus.RECALLING, at), Set.of(), recall.round())
                .with(Cancellation.of(recall.reason(), RequestedBy.named(recall.requestedBy())));
    }

    private static Order cancelling(Order order, OrderCancelled cancelled, Instant at) {
        return requested(order.enter(OrderStatus.CANCELLING, at), cancelled.due(), cancelled.round())
                .with(Cancellation.of(cancelled.reason(), RequestedBy.named(cancelled.requestedBy())));
    }

    private static Order closed(Order order, OrderClosed closed, Instant at) {
        return order.enter(OrderStatus.CANCELLED, at)
                .with(Cancellation.of(closed.reason(), RequestedBy.named(closed.requestedBy())));
    }

    private static Order shipped(Order order, OrderShipped shipped, Instant at) {
        var parcel = new Shipment(
                shipped.shipmentId(), shipped.carrier(), shipped.trackingNumber(), Shipment.Status.DISPATCHED);
        return refused(order.enter(OrderStatus.SHIPPED, at)).with(parcel);
    }

    /** By hand an order may be delivered that was being cancelled, or of whose parcel nothing is known. */
    private static Order delivered(Order order, Instant at) {
        return refused(order.enter(OrderStatus.DELIVERED, at)).with(moved(order, Shipment.Status.DELIVERED));
    }

    private static Order returning(Order order, ReturnAccepted accepted, Instant at) {
        var entered = order.enter(OrderStatus.RETURNING, at);
        return entered.with(entered.progress().requestReturn(Set.of(), accepted.round()));
    }

    private static Order returned(Order order, OrderReturned returned, Instant at) {
        var entered = order.enter(OrderStatus.REFUNDING, at);
        return entered.with(entered.progress().requestReturn(returned.due(), returned.round()))
                .with(moved(order, Shipment.Status.RETURNED));
    }

    private static Order refused(Order order) {
        return order.cancellation() == null
                ? order
                : order.with(order.cancellation().tooLate());
    }

    private static Shipment moved(Order order, Shipment.Status status) {
        return order.shipment() == null ? null : Shipment.after(order.shipment(), null, status);
    }

    private static Order requested(Order order, Collection<Due> due, int round) {
        return order.with(order.progress().request(due, round));
    }

    private static Order answered(Order order, AnswerRecorded recorded, Instant at) {
        var progress = order.progress();
        return switch (recorded.answer()) {
            case STOCK_RELEASED, STOCK_RESTOCKED -> order.with(progress.tick(Due.STOCK));
            case PAYMENT_VOIDED -> paid(order, recorded, Payment.Status.VOIDED).with(progress.tick(Due.PAYMENT));
            case PAYMENT_REFUNDED ->
                paid(order, recorded, Payment.Status.REFUNDED).with(progress.tick(Due.PAYMENT));
            case PAYMENT_DECLINED -> paid(order, recorded, Payment.Status.DECLINED);
            case REFUND_FAILED ->
                paid(order, recorded, Payment.Status.REFUND_FAILED).with(progress.unrefunded(at));
            case SHIPMENT_REJECTED -> parcel(order, recorded, Shipment.Status.REJECTED);
            case SHIPMENT_CANCELLED -> parcel(order, recorded, Shipment.Status.CANCELLED);
        };
    }

    private static Order paid(Order order, AnswerRecorded recorded, Payment.Status status) {
        return order.with(Payment.after(order.payment(), recorded.reference(), status));
    }

    /** Shipping also answers when it had begun nothing: then there is no parcel to speak of. */
    private static Order parcel(Order order, AnswerRecorded recorded, Shipment.Status status) {
        if (order.shipment() == null && recorded.reference() == null) {
            return order;
        }
        return order.with(Shipment.after(order.shipment(), recorded.reference(), status));
    }
}
