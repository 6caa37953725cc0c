package dev.orderflow.contracts;

import static dev.orderflow.contracts.SampleValues.*;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.contracts.inventory.StockRejected;
import dev.orderflow.contracts.inventory.StockReleased;
import dev.orderflow.contracts.inventory.StockReserved;
import dev.orderflow.contracts.inventory.StockRestocked;
import dev.orderflow.contracts.notification.NotificationFailed;
import dev.orderflow.contracts.notification.NotificationSent;
import dev.orderflow.contracts.order.*;
import dev.orderflow.contracts.payment.*;
import dev.orderflow.contracts.product.ProductChanged;
import dev.orderflow.contracts.shipping.*;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.contracts.value.Shortage;
import java.time.Instant;
import java.util.List;

/** One event of each type, every field set: what its newest golden file says. */
public final class Samples {

    private static final List<Event> ALL = List.of(
            new OrderPlaced(
                    ORDER,
                    CUSTOMER,
                    "WEB-2026-004711",
                    LINES,
                    eur("124.90"),
                    eur("4.90"),
                    TOTAL,
                    HOLD,
                    Instant.parse("2026-03-02T09:15:30.123456Z"),
                    ADDRESS,
                    CONTACT),
            new PaymentRequested(ORDER, CUSTOMER, TOTAL, "CARD", Instant.parse("2026-03-02T09:25:30.500Z"), "tok_visa"),
            new OrderConfirmed(ORDER, CUSTOMER, LINES, TOTAL, PAYMENT, ADDRESS, CONTACT),
            new ShipmentRecallRequested(ORDER, CUSTOMER, "ordered the wrong colour", "CUSTOMER", 1),
            new OrderShipped(ORDER, CUSTOMER, SKUS, SHIPMENT, CARRIER, TRACKING, DISPATCHED, true),
            new OrderDelivered(
                    ORDER, CUSTOMER, TOTAL, SHIPMENT, DELIVERED, true, "the carrier confirmed the delivery by phone"),
            new OrderCancelled(
                    ORDER, CUSTOMER, "ordered the wrong colour", "CUSTOMER", List.of(Due.STOCK, Due.PAYMENT), HOLD, 2),
            new OrderClosed(
                    ORDER,
                    CUSTOMER,
                    "payment declined: insufficient_funds",
                    "SYSTEM",
                    true,
                    "refunded by bank transfer",
                    false),
            new ReturnAccepted(ORDER, CUSTOMER, SKUS, "does not fit the desk", 1, ADDRESS, false),
            new OrderReturned(ORDER, CUSTOMER, SKUS, TOTAL, List.of(Due.STOCK, Due.PAYMENT), 1),
            new ReturnClosed(ORDER, CUSTOMER, TOTAL, true, "refunded by bank transfer"),
            new OrderStuck(
                    ORDER,
                    CUSTOMER,
                    "CANCELLING",
                    List.of("PAYMENT"),
                    Instant.parse("2026-03-02T09:20:00.750Z"),
                    "refund failed: the card is closed"),
            new CustomerErased(CUSTOMER, Instant.parse("2026-06-01T08:00:00Z")),
            new StockReserved(ORDER, CUSTOMER, SKUS),
            new StockRejected(ORDER, CUSTOMER, "out-of-stock", List.of(new Shortage("LAMP-BRASS-01", 2, 1))),
            new StockReleased(ORDER, CUSTOMER, SKUS),
            new StockRestocked(ORDER, CUSTOMER, SKUS),
            new ProductChanged("TEA-SENCHA-100", "Sencha, 100 g", Money.of("1980", "JPY"), "tea", true, 7),
            new PaymentCompleted(ORDER, CUSTOMER, PAYMENT, TOTAL),
            new PaymentDeclined(ORDER, CUSTOMER, PAYMENT, "insufficient_funds", "Your card has insufficient funds."),
            new PaymentVoided(ORDER, CUSTOMER, PAYMENT),
            new PaymentRefunded(ORDER, CUSTOMER, PAYMENT, "re_3PqT7LkX2eZvKYlo", TOTAL, RefundCause.RETURNED),
            new RefundFailed(ORDER, CUSTOMER, PAYMENT, TOTAL, RefundCause.CANCELLED, "the card is closed"),
            new ShipmentScheduled(ORDER, CUSTOMER, SHIPMENT, CARRIER, TRACKING),
            new ShipmentRejected(ORDER, CUSTOMER, SHIPMENT, "undeliverable-address"),
            new ShipmentDispatched(ORDER, CUSTOMER, SHIPMENT, CARRIER, TRACKING, DISPATCHED),
            new ShipmentDelivered(ORDER, CUSTOMER, SHIPMENT, DELIVERED),
            new ShipmentCancelled(ORDER, CUSTOMER, SHIPMENT, "label voided before pick-up"),
            new ReturnReceived(ORDER, CUSTOMER, SHIPMENT, Instant.parse("2026-03-11T13:30:45.250Z")),
            new NotificationSent(
                    ORDER, CUSTOMER, NOTIFICATION, "EMAIL", "order-shipped", Instant.parse("2026-03-02T16:40:02.015Z")),
            new NotificationFailed(ORDER, CUSTOMER, NOTIFICATION, "EMAIL", "order-shipped", "mailbox full"));

    private Samples() {}

    public static Event of(EventDescriptor event) {
        return ALL.stream()
                .filter(event.eventClass()::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "Samples has no " + event.eventClass().getSimpleName()));
    }
}
