package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.inventory.StockRejected;
import dev.orderflow.contracts.inventory.StockReleased;
import dev.orderflow.contracts.inventory.StockReserved;
import dev.orderflow.contracts.inventory.StockRestocked;
import dev.orderflow.contracts.order.OrderPlaced;
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
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.contracts.value.SkuQuantity;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.AcceptReturn;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.ChangeAddress;
import dev.orderflow.order.domain.OrderInput.Outcome;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.Resolve;
import dev.orderflow.order.domain.OrderInput.Retry;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.RequestedBy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One order, and one of everything that can be said about it. */
final class Samples {

    static final UUID ORDER = UUID.fromString("0198f3a2-7c41-7d2e-9a10-5b8e6f0c1d23");
    static final UUID PAYMENT = UUID.fromString("0198f3a2-8b07-7f55-8c3d-2e4a9b7c6d10");
    static final UUID PARCEL = UUID.fromString("0198f3a2-9d15-7a68-b1f2-0c7d8e9fa0b4");
    static final String CUSTOMER = "c-20481";
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Money TOTAL = eur("54.80");
    static final Address ADDRESS = new Address("Ada", "1 Main St", null, "Lund", null, "222 22", "SE");
    static final Address OTHER_ADDRESS = new Address("Ada", "2 Side St", null, "Lund", null, "222 22", "SE");
    static final List<SkuQuantity> QUANTITIES = List.of(new SkuQuantity("BULB", 1), new SkuQuantity("LAMP", 3));

    static final OrderInput RESERVED = new StockAnswered(new StockReserved(ORDER, CUSTOMER, QUANTITIES));
    static final OrderInput OUT_OF_STOCK =
            new StockAnswered(new StockRejected(ORDER, CUSTOMER, "out-of-stock", List.of()));
    static final OrderInput RELEASED = new StockAnswered(new StockReleased(ORDER, CUSTOMER, QUANTITIES));
    static final OrderInput RESTOCKED = new StockAnswered(new StockRestocked(ORDER, CUSTOMER, QUANTITIES));
    static final OrderInput PAID = new PaymentAnswered(new PaymentCompleted(ORDER, CUSTOMER, PAYMENT, TOTAL));
    static final OrderInput DECLINED =
            new PaymentAnswered(new PaymentDeclined(ORDER, CUSTOMER, PAYMENT, "card_declined", null));
    static final OrderInput VOIDED = new PaymentAnswered(new PaymentVoided(ORDER, CUSTOMER, null));
    static final OrderInput REFUNDED = refunded(RefundCause.CANCELLED);
    static final OrderInput RETURN_REFUNDED = refunded(RefundCause.RETURNED);
    static final OrderInput REFUND_FAILED = refundFailed(RefundCause.CANCELLED);
    static final OrderInput RETURN_REFUND_FAILED = refundFailed(RefundCause.RETURNED);
    static final OrderInput SCHEDULED =
            new ShippingAnswered(new ShipmentScheduled(ORDER, CUSTOMER, PARCEL, "PostNord", "JVSE4007"));
    static final OrderInput UNDELIVERABLE =
            new ShippingAnswered(new ShipmentRejected(ORDER, CUSTOMER, null, "undeliverable-address"));
    static final OrderInput DISPATCHED =
            new ShippingAnswered(new ShipmentDispatched(ORDER, CUSTOMER, PARCEL, "PostNord", "JVSE4007", NOON));
    static final OrderInput DELIVERED = new ShippingAnswered(new ShipmentDelivered(ORDER, CUSTOMER, PARCEL, NOON));
    static final OrderInput HELD_BACK = new ShippingAnswered(new ShipmentCancelled(ORDER, CUSTOMER, PARCEL, null));
    static final OrderInput PARCEL_BACK = new ShippingAnswered(new ReturnReceived(ORDER, CUSTOMER, null, NOON));
    static final OrderInput CANCEL = new Cancel(RequestedBy.CUSTOMER, null);
    static final OrderInput CHANGE_ADDRESS = new ChangeAddress(OTHER_ADDRESS);
    static final OrderInput RETURN = new AcceptReturn("does not fit");
    static final OrderInput RETRY = new Retry();

    private Samples() {}

    static OrderPlaced placed() {
        return new OrderPlaced(
                ORDER,
                CUSTOMER,
                "WEB-1",
                List.of(line("LAMP", 1), line("BULB", 1), line("LAMP", 2)),
                eur("49.90"),
                eur("4.90"),
                TOTAL,
                "hold-1",
                NOON,
                ADDRESS,
                new Contact("ada@example.com", null, "sv"));
    }

    static OrderInput resolve(Outcome outcome) {
        return new Resolve(outcome, "checked by phone");
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static OrderLine line(String sku, int quantity) {
        return new OrderLine(sku, sku, quantity, eur("10.00"), eur("10.00").times(quantity));
    }

    private static OrderInput refunded(RefundCause cause) {
        return new PaymentAnswered(new PaymentRefunded(ORDER, CUSTOMER, PAYMENT, "re_1", TOTAL, cause));
    }

    private static OrderInput refundFailed(RefundCause cause) {
        return new PaymentAnswered(new RefundFailed(ORDER, CUSTOMER, PAYMENT, TOTAL, cause, "the card is closed"));
    }
}
