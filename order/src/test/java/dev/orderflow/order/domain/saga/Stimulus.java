package dev.orderflow.order.domain.saga;

import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.Outcome;
import dev.orderflow.order.domain.Verdict;

/** Everything that can happen to an order, under the name that the tables use. */
enum Stimulus {
    STOCK_RESERVED("StockReserved", Samples.RESERVED),
    STOCK_REJECTED("StockRejected", Samples.OUT_OF_STOCK),
    STOCK_RELEASED("StockReleased", Samples.RELEASED),
    STOCK_RESTOCKED("StockRestocked", Samples.RESTOCKED),
    PAYMENT_COMPLETED("PaymentCompleted", Samples.PAID),
    PAYMENT_DECLINED("PaymentDeclined", Samples.DECLINED),
    PAYMENT_VOIDED("PaymentVoided", Samples.VOIDED),
    PAYMENT_REFUNDED("PaymentRefunded(cancelled)", Samples.REFUNDED),
    RETURN_REFUNDED("PaymentRefunded(returned)", Samples.RETURN_REFUNDED),
    REFUND_FAILED("RefundFailed(cancelled)", Samples.REFUND_FAILED),
    RETURN_REFUND_FAILED("RefundFailed(returned)", Samples.RETURN_REFUND_FAILED),
    SHIPMENT_SCHEDULED("ShipmentScheduled", Samples.SCHEDULED),
    SHIPMENT_REJECTED("ShipmentRejected", Samples.UNDELIVERABLE),
    SHIPMENT_DISPATCHED("ShipmentDispatched", Samples.DISPATCHED),
    SHIPMENT_DELIVERED("ShipmentDelivered", Samples.DELIVERED),
    SHIPMENT_CANCELLED("ShipmentCancelled", Samples.HELD_BACK),
    RETURN_RECEIVED("ReturnReceived", Samples.PARCEL_BACK),
    DEADLINE("deadline", new DeadlinePassed()),
    SWEEP_TOO_EARLY("sweep too early", new DeadlinePassed()),
    CANCEL("cancel", Samples.CANCEL),
    CHANGE_ADDRESS("change address", Samples.CHANGE_ADDRESS),
    ACCEPT_RETURN("accept return", Samples.RETURN),
    RETRY("operator's retry", Samples.RETRY),
    RESOLVE("operator's resolve", Samples.resolve(Outcome.CANCELLED));

    final String title;
    final OrderInput input;

    Stimulus(String title, OrderInput input) {
        this.title = title;
        this.input = input;
    }

    Verdict on(Journey journey) {
        return at(journey).decide(input);
    }

    /** The journey at the time when this happens to it. */
    Journey at(Journey journey) {
        return this == DEADLINE && journey.order().progress().deadline() != null ? journey.overdue() : journey;
    }

    static Stimulus titled(String title) {
        for (var each : values()) {
            if (each.title.equals(title)) {
                return each;
            }
        }
        throw new AssertionError("no stimulus is called " + title);
    }
}
