package dev.orderflow.order.application;

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
import dev.orderflow.order.domain.AddressChanged;
import dev.orderflow.order.domain.AnswerRecorded;
import dev.orderflow.order.domain.InternalEvent;
import dev.orderflow.order.domain.ParcelTracked;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What each event tells a reader. Names no address, contact or token: the timeline outlives them. */
final class Sentences {

    private Sentences() {}

    static Sentence of(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed ->
                Sentence.of("The order was placed for %s.", placed.total())
                        .with("total", placed.total())
                        .with("lines", placed.lines().size());
            case PaymentRequested requested ->
                Sentence.of("The stock is reserved; payment of %s was requested.", requested.amount())
                        .with("amount", requested.amount())
                        .with("payBy", requested.payBy());
            case OrderConfirmed confirmed ->
                Sentence.of("The order is paid and may be shipped.").with("paymentId", confirmed.paymentId());
            case ShipmentRecallRequested recall -> recalled(recall);
            case OrderShipped shipped -> shipped(shipped);
            case OrderDelivered delivered ->
                byHand("The parcel was delivered", delivered.byHand())
                        .with("deliveredAt", delivered.deliveredAt())
                        .with("handReason", delivered.handReason());
            case OrderCancelled cancelled -> cancelled(cancelled);
            case OrderClosed closed ->
                byHand("The cancellation is complete", closed.byHand())
                        .with("reason", closed.reason())
                        .with("handReason", closed.handReason());
            case ReturnAccepted accepted ->
                again("The return was accepted; the parcel is awaited", accepted.round())
                        .with("reason", accepted.reason());
            case OrderReturned returned -> returned(returned);
            case ReturnClosed closed ->
                byHand("The return is complete", closed.byHand())
                        .with("refunded", closed.refunded())
                        .with("handReason", closed.handReason());
            case OrderStuck stuck ->
                Sentence.of("The order is stuck in %s: %s.", stuck.state(), stuck.reason())
                        .with("waitingFor", String.join(", ", stuck.waitingFor()));
        };
    }

    static Sentence of(InternalEvent event) {
        return switch (event) {
            case AddressChanged _ -> Sentence.of("The shipping address was changed.");
            case ParcelTracked tracked ->
                Sentence.of("The parcel was handed over to be shipped by %s.", tracked.carrier())
                        .with("carrier", tracked.carrier())
                        .with("trackingNumber", tracked.trackingNumber());
            case AnswerRecorded recorded -> answered(recorded);
        };
    }

    private static Sentence answered(AnswerRecorded recorded) {
        var summary = switch (recorded.answer()) {
            case STOCK_RELEASED -> "The stock was released.";
            case STOCK_RESTOCKED -> "The goods are back on the shelf.";
            case PAYMENT_DECLINED -> "The payment was declined.";
            case PAYMENT_VOIDED -> "Nothing was charged.";
            case PAYMENT_REFUNDED -> "The payment was refunded.";
            case REFUND_FAILED -> "The refund failed.";
            case SHIPMENT_REJECTED -> "The parcel can't be shipped.";
            case SHIPMENT_CANCELLED -> "The parcel was held back.";
        };
        return Sentence.of(summary).with("detail", recorded.detail());
    }

    private static Sentence recalled(ShipmentRecallRequested recall) {
        return again("Cancellation was requested; shipping is asked to hold the parcel back", recall.round())
                .with("reason", recall.reason())
                .with("requestedBy", recall.requestedBy());
    }

    private static Sentence shipped(OrderShipped shipped) {
        return Sentence.of(
                        shipped.cancellationRefused()
                                ? "The parcel had left with %s already; the cancellation came too late."
                                : "The parcel left with %s.",
                        shipped.carrier())
                .with("carrier", shipped.carrier())
                .with("trackingNumber", shipped.trackingNumber());
    }

    private static Sentence cancelled(OrderCancelled cancelled) {
        return again("The order was cancelled (" + cancelled.reason() + ")", cancelled.round())
                .with("reason", cancelled.reason())
                .with("requestedBy", cancelled.requestedBy())
                .with("due", names(cancelled.due()));
    }

    /** Its rounds go on from those of the return, so that they don't tell whether it is asked again. */
    private static Sentence returned(OrderReturned returned) {
        return Sentence.of("The returned parcel arrived; it is refunded and restocked.")
                .with("refund", returned.total())
                .with("due", names(returned.due()))
                .with("round", returned.round() == 1 ? null : returned.round());
    }

    /** Null if nobody is due, so that it is left out. */
    private static String names(List<Due> due) {
        return due.isEmpty()
                ? null
                : due.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    private static Sentence again(String what, int round) {
        return round == 1
                ? new Sentence(what + ".", Map.of())
                : new Sentence(what + " (asked again).", Map.of()).with("round", round);
    }

    private static Sentence byHand(String what, boolean byHand) {
        return new Sentence(byHand ? what + ", an operator said." : what + ".", Map.of());
    }
}
