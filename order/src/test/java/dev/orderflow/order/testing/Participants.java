package dev.orderflow.order.testing;

import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.inventory.StockRejected;
import dev.orderflow.contracts.inventory.StockReleased;
import dev.orderflow.contracts.inventory.StockReserved;
import dev.orderflow.contracts.inventory.StockRestocked;
import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.PaymentVoided;
import dev.orderflow.contracts.payment.RefundFailed;
import dev.orderflow.contracts.shipping.ReturnReceived;
import dev.orderflow.contracts.shipping.ShipmentCancelled;
import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.contracts.value.SkuQuantity;
import dev.orderflow.order.domain.Order;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the participants say about one order. */
public record Participants(Order order, UUID payment, UUID parcel) {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    public static Participants of(Order order) {
        return new Participants(order, UUID.randomUUID(), UUID.randomUUID());
    }

    public Event reserved() {
        return new StockReserved(order.id(), order.customerId(), quantities());
    }

    public Event outOfStock() {
        return new StockRejected(order.id(), order.customerId(), "out-of-stock", List.of());
    }

    public Event released() {
        return new StockReleased(order.id(), order.customerId(), quantities());
    }

    public Event restocked() {
        return new StockRestocked(order.id(), order.customerId(), quantities());
    }

    public Event paid() {
        return new PaymentCompleted(order.id(), order.customerId(), payment, order.total());
    }

    public Event declined() {
        return new PaymentDeclined(order.id(), order.customerId(), payment, "insufficient_funds", null);
    }

    public Event voided() {
        return new PaymentVoided(order.id(), order.customerId(), null);
    }

    public Event refunded(RefundCause cause) {
        return new PaymentRefunded(order.id(), order.customerId(), payment, "re_1", order.total(), cause);
    }

    public Event refundFailed() {
        return new RefundFailed(
                order.id(), order.customerId(), payment, order.total(), RefundCause.CANCELLED, "the card is closed");
    }

    public Event scheduled() {
        return new ShipmentScheduled(order.id(), order.customerId(), parcel, "PostNord", "JVSE4007");
    }

    public Event undeliverable() {
        return new ShipmentRejected(order.id(), order.customerId(), null, "undeliverable-address");
    }

    public Event dispatched() {
        return new ShipmentDispatched(order.id(), order.customerId(), parcel, "PostNord", "JVSE4007", NOON);
    }

    public Event delivered() {
        return new ShipmentDelivered(order.id(), order.customerId(), parcel, NOON);
    }

    public Event heldBack() {
        return new ShipmentCancelled(order.id(), order.customerId(), parcel, null);
    }

    public Event parcelBack() {
        return new ReturnReceived(order.id(), order.customerId(), null, NOON);
    }

    private List<SkuQuantity> quantities() {
        return order.terms().quantities();
    }
}
