package dev.orderflow.order.domain.saga;

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
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Verdict.Why;

/**
 * Tells an answer that comes too late from one that nobody can have asked for. Either is ignored; operators look into the
 * second kind.
 */
final class Unexpected {

    private static final int AFTER_STOCK = 1;
    private static final int AFTER_PAYMENT = 2;
    private static final int AFTER_DISPATCH_OR_RECALL = 4;
    private static final int AFTER_DELIVERY = 5;
    private static final int AFTER_RETURN = 7;
    private static final int NEVER = Integer.MAX_VALUE;

    private Unexpected() {}

    static Why why(OrderStatus status, OrderInput input) {
        return stage(status) >= answeredFrom(input) ? Why.LATE : Why.IMPOSSIBLE;
    }

    private static int stage(OrderStatus status) {
        return switch (status) {
            case PENDING -> 0;
            case RESERVED -> AFTER_STOCK;
            case CONFIRMED -> AFTER_PAYMENT;
            case RECALLING -> 3;
            case CANCELLING, SHIPPED -> AFTER_DISPATCH_OR_RECALL;
            case CANCELLED, DELIVERED -> AFTER_DELIVERY;
            case RETURNING -> 6;
            case REFUNDING -> AFTER_RETURN;
            case RETURNED -> 8;
        };
    }

    /** The first stage in which this answer has been given already, or is not needed any more. */
    private static int answeredFrom(OrderInput input) {
        return switch (input) {
            case StockAnswered(StockReserved _), StockAnswered(StockRejected _) -> AFTER_STOCK;
            case PaymentAnswered(PaymentCompleted _), PaymentAnswered(PaymentDeclined _) -> AFTER_PAYMENT;
            case ShippingAnswered(ShipmentScheduled _),
                    ShippingAnswered(ShipmentRejected _),
                    ShippingAnswered(ShipmentDispatched _),
                    ShippingAnswered(ShipmentCancelled _),
                    StockAnswered(StockReleased _),
                    PaymentAnswered(PaymentVoided _),
                    PaymentAnswered(PaymentRefunded _),
                    PaymentAnswered(RefundFailed _) -> AFTER_DISPATCH_OR_RECALL;
            case ShippingAnswered(ShipmentDelivered _) -> AFTER_DELIVERY;
            case ShippingAnswered(ReturnReceived _), StockAnswered(StockRestocked _) -> AFTER_RETURN;
            case DeadlinePassed _, Command _ -> NEVER;
        };
    }
}
