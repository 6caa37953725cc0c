package dev.orderflow.loyalty.domain;

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
import dev.orderflow.loyalty.domain.Outcome.Ignored;
import dev.orderflow.loyalty.domain.Outcome.Moved;
import dev.orderflow.loyalty.domain.Outcome.Reason;

/**
 * An order has its points from the event that made it DELIVERED until the one that makes it RETURNED or CANCELLED: the last
 * word counts, so that it does not matter how often an operator closes a stuck order, and as what. While a return is under
 * way nothing moves, for it may yet end as DELIVERED.
 */
public final class Bookkeeping {

    private Bookkeeping() {}

    public static Outcome decide(OrderPoints order, OrderEvent event, EarningRules rules) {
        return switch (event) {
            case OrderDelivered delivered -> earn(order, rules.pointsFor(delivered.total()));
            case ReturnClosed _, OrderClosed _ -> takeBack(order);
            case OrderPlaced _, PaymentRequested _, OrderConfirmed _, ShipmentRecallRequested _, OrderShipped _ ->
                new Ignored(Reason.NOT_FOR_LOYALTY);
            case OrderCancelled _, ReturnAccepted _, OrderReturned _, OrderStuck _ ->
                new Ignored(Reason.NOT_FOR_LOYALTY);
        };
    }

    private static Outcome earn(OrderPoints order, long points) {
        if (order.erased()) {
            return new Ignored(Reason.ERASED);
        }
        if (order.held() > 0) {
            return new Ignored(Reason.EARNED_BEFORE);
        }
        return points == 0 ? new Ignored(Reason.EARNS_NOTHING) : new Moved(Kind.EARNED, points);
    }

    /** What it has brought, not what it would bring by the rules of today. */
    private static Outcome takeBack(OrderPoints order) {
        return order.held() == 0 ? new Ignored(Reason.NOTHING_HELD) : new Moved(Kind.TAKEN_BACK, -order.held());
    }
}
