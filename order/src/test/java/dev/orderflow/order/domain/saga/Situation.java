package dev.orderflow.order.domain.saga;

import static dev.orderflow.order.domain.saga.Samples.*;

import dev.orderflow.order.domain.OrderStatus;
import java.util.function.Supplier;

/** Every status in which an order can be found, and where due answers matter, every set of them. */
enum Situation {
    PENDING(OrderStatus.PENDING, "PENDING", () -> Journey.of(placed())),
    RESERVED(OrderStatus.RESERVED, "RESERVED", () -> PENDING.reached().then(Samples.RESERVED)),
    CONFIRMED(OrderStatus.CONFIRMED, "CONFIRMED", () -> RESERVED.reached().then(PAID)),
    RECALLING(OrderStatus.RECALLING, "RECALLING", () -> CONFIRMED.reached().then(CANCEL)),
    CANCELLING(
            OrderStatus.CANCELLING,
            "CANCELLING, due {stock, payment}",
            () -> RECALLING.reached().then(HELD_BACK)),
    STOCK_LEFT(
            OrderStatus.CANCELLING,
            "CANCELLING, due {stock}",
            () -> CANCELLING.reached().then(REFUNDED)),
    PAYMENT_LEFT(
            OrderStatus.CANCELLING,
            "CANCELLING, due {payment}",
            () -> CANCELLING.reached().then(RELEASED)),
    CANCELLED(OrderStatus.CANCELLED, "CANCELLED", () -> STOCK_LEFT.reached().then(RELEASED)),
    SHIPPED(
            OrderStatus.SHIPPED,
            "SHIPPED",
            () -> CONFIRMED.reached().then(SCHEDULED).then(DISPATCHED)),
    DELIVERED(OrderStatus.DELIVERED, "DELIVERED", () -> SHIPPED.reached().then(Samples.DELIVERED)),
    RETURNING(OrderStatus.RETURNING, "RETURNING", () -> DELIVERED.reached().then(RETURN)),
    REFUNDING(
            OrderStatus.REFUNDING,
            "REFUNDING, due {stock, payment}",
            () -> RETURNING.reached().then(PARCEL_BACK)),
    RESTOCK_LEFT(
            OrderStatus.REFUNDING,
            "REFUNDING, due {stock}",
            () -> REFUNDING.reached().then(RETURN_REFUNDED)),
    REFUND_LEFT(
            OrderStatus.REFUNDING,
            "REFUNDING, due {payment}",
            () -> REFUNDING.reached().then(RESTOCKED)),
    RETURNED(OrderStatus.RETURNED, "RETURNED", () -> RESTOCK_LEFT.reached().then(RESTOCKED));

    final OrderStatus status;
    final String title;
    private final Supplier<Journey> journey;

    Situation(OrderStatus status, String title, Supplier<Journey> journey) {
        this.status = status;
        this.title = title;
        this.journey = journey;
    }

    Journey reached() {
        return journey.get();
    }
}
