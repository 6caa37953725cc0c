package dev.orderflow.inventory.domain;

import static dev.orderflow.inventory.domain.ReservationStatus.CONSUMED;
import static dev.orderflow.inventory.domain.ReservationStatus.NEW;
import static dev.orderflow.inventory.domain.ReservationStatus.REJECTED;
import static dev.orderflow.inventory.domain.ReservationStatus.RELEASED;
import static dev.orderflow.inventory.domain.ReservationStatus.RESERVED;
import static dev.orderflow.inventory.domain.ReservationStatus.RESTOCKED;

import dev.orderflow.contracts.inventory.StockRejected;
import dev.orderflow.contracts.inventory.StockReleased;
import dev.orderflow.contracts.inventory.StockReserved;
import dev.orderflow.contracts.inventory.StockRestocked;
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
import dev.orderflow.contracts.value.SkuQuantity;
import dev.orderflow.inventory.domain.Outcome.Applied;
import dev.orderflow.inventory.domain.Outcome.Ignored;
import dev.orderflow.inventory.domain.Outcome.Reason;
import java.util.List;

/**
 * The whole table of inventory: what each event of an order does in each state of its reservation. An order that is
 * over holds nothing, whatever was lost on the way; a request that waits for stock is answered once per round, also
 * when there was nothing to do.
 */
public final class ReservationDecider {

    private ReservationDecider() {}

    /** Pure; the shelves are only read. */
    public static Outcome decide(Reservation reservation, OrderEvent event, Shelves shelves) {
        return switch (event) {
            case OrderPlaced placed -> place(reservation, placed, shelves);
            case OrderShipped _ -> consume(reservation, shelves);
            // Shipped comes first; an order that an operator closed as delivered may never have been shipped.
            case OrderDelivered _ -> consume(reservation, shelves);
            case OrderCancelled cancelled -> cancel(reservation, cancelled, shelves);
            case OrderClosed _ -> close(reservation, shelves);
            // Stock was taken back before; an operator may have closed an order so that nobody had asked to send back.
            case ReturnClosed _ -> close(reservation, shelves);
            case OrderReturned returned -> takeBack(reservation, returned, shelves);
            case PaymentRequested _, OrderConfirmed _, ShipmentRecallRequested _, ReturnAccepted _, OrderStuck _ ->
                ignored(Reason.NOT_FOR_INVENTORY);
        };
    }

    private static Outcome place(Reservation it, OrderPlaced placed, Shelves shelves) {
        if (it.status() != NEW) {
            return ignored(it.status() == RELEASED ? Reason.ALREADY_CLOSED : Reason.ALREADY_DECIDED);
        }
        var demand = Demand.of(placed.lines());
        return demand.refusal(shelves)
                .map(refusal -> reject(it, refusal))
                .orElseGet(() -> reserve(it, demand.lines(), shelves));
    }

    private static Outcome reject(Reservation it, Refusal refusal) {
        var answer = new StockRejected(it.orderId(), it.customerId(), refusal.reason(), refusal.shortages());
        return new Applied(it.became(REJECTED), List.of(), answer);
    }

    private static Outcome reserve(Reservation it, List<SkuQuantity> lines, Shelves shelves) {
        var answer = new StockReserved(it.orderId(), it.customerId(), lines);
        return new Applied(it.reserved(lines), Movement.RESERVE.of(lines, shelves), answer);
    }

    private static Outcome consume(Reservation it, Shelves shelves) {
        return switch (it.status()) {
            case RESERVED -> {
                var event = new StockConsumed(it.orderId(), it.customerId(), it.lines());
                yield new Applied(it.became(CONSUMED), Movement.CONSUME.of(it.lines(), shelves), event);
            }
            case CONSUMED, RESTOCKED -> ignored(Reason.ALREADY_CONSUMED);
            case NEW, REJECTED, RELEASED -> ignored(Reason.NOTHING_RESERVED);
        };
    }

    private static Outcome close(Reservation it, Shelves shelves) {
        return switch (it.status()) {
            case NEW, RESERVED -> closed(it, shelves);
            case REJECTED, RELEASED, CONSUMED, RESTOCKED -> ignored(Reason.NOTHING_RESERVED);
        };
    }

    private static Outcome closed(Reservation it, Shelves shelves) {
        var event = new ReservationClosed(it.orderId(), it.customerId(), it.lines());
        return new Applied(it.became(RELEASED), Movement.RELEASE.of(it.lines(), shelves), event);
    }

    private static Outcome cancel(Reservation it, OrderCancelled cancelled, Shelves shelves) {
        boolean open = it.status() == NEW || it.status() == RESERVED;
        if (!cancelled.due().contains(Due.STOCK)) {
            return open ? closed(it, shelves) : ignored(Reason.STOCK_NOT_DUE);
        }
        if (cancelled.round() <= it.cancelRound()) {
            return ignored(Reason.ALREADY_ANSWERED);
        }
        var stocks = open ? Movement.RELEASE.of(it.lines(), shelves) : List.<Stock>of();
        var next = it.answeredCancel(open ? RELEASED : it.status(), cancelled.round());
        var given = next.status() == RELEASED ? it.lines() : List.<SkuQuantity>of();
        return new Applied(next, stocks, new StockReleased(it.orderId(), it.customerId(), given));
    }

    private static Outcome takeBack(Reservation it, OrderReturned returned, Shelves shelves) {
        if (!returned.due().contains(Due.STOCK)) {
            return ignored(Reason.STOCK_NOT_DUE);
        }
        if (returned.round() <= it.returnRound()) {
            return ignored(Reason.ALREADY_ANSWERED);
        }
        return switch (it.status()) {
            // It left and came back unnoticed: the promise is all that is left of it.
            case RESERVED -> restocked(it, returned, RESTOCKED, Movement.RELEASE.of(it.lines(), shelves));
            case CONSUMED -> restocked(it, returned, RESTOCKED, Movement.RESTOCK.of(it.lines(), shelves));
            case RESTOCKED, REJECTED, RELEASED -> restocked(it, returned, it.status(), List.of());
            case NEW -> restocked(it, returned, RELEASED, List.of());
        };
    }

    private static Outcome restocked(
            Reservation it, OrderReturned returned, ReservationStatus next, List<Stock> stocks) {
        var lines = next == RESTOCKED ? it.lines() : List.<SkuQuantity>of();
        var answer = new StockRestocked(it.orderId(), it.customerId(), lines);
        return new Applied(it.answeredReturn(next, returned.round()), stocks, answer);
    }

    private static Ignored ignored(Reason reason) {
        return new Ignored(reason);
    }
}
