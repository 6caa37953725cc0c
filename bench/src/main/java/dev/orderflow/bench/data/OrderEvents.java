package dev.orderflow.bench.data;

import dev.orderflow.bench.data.Past.Happened;
import dev.orderflow.contracts.OrderScoped;
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
import dev.orderflow.contracts.value.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One order's journal: an event for each of its versions, as order would have appended them. */
final class OrderEvents {

    static final String TOKEN = "tok_visa";
    static final String CARRIER = "DemoPost";

    private static final Duration TO_PAY = Duration.ofMinutes(10);
    private static final String INTERNAL = "orderflow.order.internal.";

    private record ParcelTracked(
            UUID orderId, String customerId, UUID shipmentId, String carrier, String trackingNumber)
            implements OrderScoped {}

    private record AnswerRecorded(UUID orderId, String customerId, String answer, UUID reference, String detail)
            implements OrderScoped {}

    private final Purchase purchase;
    private final JournalRows journal;
    private final Chance ids;
    private long version;

    OrderEvents(Purchase purchase, JournalRows journal) {
        this.purchase = purchase;
        this.journal = journal;
        this.ids = new Chance(purchase.id().getLeastSignificantBits());
    }

    /** The next version. */
    void append(Happened happened) {
        version++;
        var event = event(happened.step(), happened.at());
        var key = purchase.id().toString();
        var id = ids.idAt(happened.at());
        var headers = Headers.of(purchase.names().trace(), Causes.of(happened.step()), ids.idAt(happened.at()));
        switch (event) {
            case ParcelTracked tracked ->
                journal.internal(id, key, version, INTERNAL + "parcel-tracked", tracked, headers, happened.at());
            case AnswerRecorded answer ->
                journal.internal(id, key, version, INTERNAL + "answer-recorded", answer, headers, happened.at());
            default -> journal.published(id, key, version, event, headers, happened.at());
        }
    }

    private OrderScoped event(Step step, Instant at) {
        return switch (step) {
            case PLACED -> placed(at);
            case PAYMENT_REQUESTED ->
                new PaymentRequested(id(), customer(), purchase.total(), "CARD", at.plus(TO_PAY), TOKEN);
            case CONFIRMED -> confirmed();
            case TRACKED -> new ParcelTracked(id(), customer(), names().shipment(), CARRIER, names().tracking());
            case SHIPPED -> shipped(at);
            case DELIVERED ->
                new OrderDelivered(id(), customer(), purchase.total(), names().shipment(), at, false, null);
            case PAYMENT_DECLINED -> answer("PAYMENT_DECLINED", names().payment(), "card_declined");
            case SHIPMENT_REJECTED -> answer("SHIPMENT_REJECTED", names().shipment(), "undeliverable");
            case SHIPMENT_CANCELLED -> answer("SHIPMENT_CANCELLED", names().shipment(), "recalled before it left");
            case STOCK_RELEASED -> answer("STOCK_RELEASED", null, null);
            case STOCK_RESTOCKED -> answer("STOCK_RESTOCKED", null, null);
            case PAYMENT_REFUNDED -> answer("PAYMENT_REFUNDED", names().payment(), null);
            case RECALL_REQUESTED ->
                new ShipmentRecallRequested(id(), customer(), purchase.cancelReason(), purchase.cancelledBy(), 1);
            case CANCELLED_AT_ONCE -> cancelled(List.of());
            case CANCELLED_UNPAID -> cancelled(List.of(Due.STOCK));
            case CANCELLED_PAID -> cancelled(List.of(Due.STOCK, Due.PAYMENT));
            case CLOSED ->
                new OrderClosed(id(), customer(), purchase.cancelReason(), purchase.cancelledBy(), false, null, true);
            case RETURN_ACCEPTED -> returnAccepted();
            case RETURNED -> returned();
            case RETURN_CLOSED -> new ReturnClosed(id(), customer(), purchase.total(), false, null);
            case STUCK -> stuck();
        };
    }

    private OrderPlaced placed(Instant at) {
        return new OrderPlaced(
                id(),
                customer(),
                null,
                purchase.lines(),
                purchase.subtotal(),
                purchase.shippingFee(),
                purchase.total(),
                null,
                at,
                purchase.customer().address(),
                purchase.customer().contact());
    }

    private OrderConfirmed confirmed() {
        return new OrderConfirmed(
                id(),
                customer(),
                purchase.lines(),
                purchase.total(),
                names().payment(),
                purchase.customer().address(),
                purchase.customer().contact());
    }

    private OrderShipped shipped(Instant at) {
        return new OrderShipped(
                id(), customer(), purchase.quantities(), names().shipment(), CARRIER, names().tracking(), at, false);
    }

    private OrderCancelled cancelled(List<Due> due) {
        return new OrderCancelled(id(), customer(), purchase.cancelReason(), purchase.cancelledBy(), due, null, 1);
    }

    private ReturnAccepted returnAccepted() {
        return new ReturnAccepted(
                id(),
                customer(),
                purchase.quantities(),
                "does not fit",
                1,
                purchase.customer().address(),
                false);
    }

    private OrderReturned returned() {
        return new OrderReturned(
                id(), customer(), purchase.quantities(), purchase.total(), List.of(Due.STOCK, Due.PAYMENT), 1);
    }

    private OrderStuck stuck() {
        var standing = Standing.of(purchase);
        return new OrderStuck(
                id(),
                customer(),
                standing.status(),
                standing.due().isEmpty()
                        ? List.of("shipping")
                        : standing.due().stream()
                                .map(due -> due.name().toLowerCase(Locale.ROOT))
                                .toList(),
                standing.since(),
                "no answer within the deadline");
    }

    private AnswerRecorded answer(String answer, UUID reference, String detail) {
        return new AnswerRecorded(id(), customer(), answer, reference, detail);
    }

    private UUID id() {
        return purchase.id();
    }

    private String customer() {
        return purchase.customer().id();
    }

    private Purchase.Names names() {
        return purchase.names();
    }
}
