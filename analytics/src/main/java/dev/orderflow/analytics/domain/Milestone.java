package dev.orderflow.analytics.domain;

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
import java.util.List;

/** What an order reaches, each at most once, whatever is repeated or declared by hand later. */
public enum Milestone {
    PLACED,
    /** Its stock is reserved and its payment is asked for. */
    RESERVED,
    CONFIRMED,
    SHIPPED,
    DELIVERED,
    CANCELLED,
    /** All that a cancelled order had to undo is undone. */
    CLOSED,
    /** A return is refunded and restocked. */
    RETURNED;

    /** What an event brings about; who closes an order that nobody had cancelled cancels it by that. */
    static List<Milestone> reachedBy(OrderEvent event) {
        return switch (event) {
            case OrderPlaced _ -> List.of(PLACED);
            case PaymentRequested _ -> List.of(RESERVED);
            case OrderConfirmed _ -> List.of(CONFIRMED);
            case OrderShipped _ -> List.of(SHIPPED);
            case OrderDelivered _ -> List.of(DELIVERED);
            case OrderCancelled _ -> List.of(CANCELLED);
            case OrderClosed _ -> List.of(CANCELLED, CLOSED);
            case ReturnClosed _ -> List.of(RETURNED);
            case ShipmentRecallRequested _, ReturnAccepted _, OrderReturned _, OrderStuck _ -> List.of();
        };
    }
}
