package dev.orderflow.inventory.domain;

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
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.contracts.value.SkuQuantity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Order's events, as tests need them. */
public record Orders(UUID id, String customer) {

    private static final Money PRICE = Money.of("5.00", "EUR");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    public static Orders order() {
        return new Orders(UUID.randomUUID(), "c-1");
    }

    public static SkuQuantity of(String sku, int quantity) {
        return new SkuQuantity(sku, quantity);
    }

    public OrderPlaced placed(SkuQuantity... wishes) {
        var lines = Arrays.stream(wishes)
                .map(wish -> new OrderLine(
                        wish.sku(), "a " + wish.sku(), wish.quantity(), PRICE, PRICE.times(wish.quantity())))
                .toList();
        var total = lines.stream().map(OrderLine::lineTotal).reduce(Money.zero("EUR"), Money::plus);
        return new OrderPlaced(id, customer, null, lines, total, Money.zero("EUR"), total, hold(), AT, null, null);
    }

    public OrderCancelled cancelled(int round, Due... due) {
        return new OrderCancelled(id, customer, "changed my mind", "CUSTOMER", List.of(due), hold(), round);
    }

    /** The name of its hold at the stock gate. */
    public String hold() {
        return "hold-" + id;
    }

    public OrderClosed closed(boolean byHand) {
        return new OrderClosed(id, customer, "late", "SYSTEM", byHand, byHand ? "seen on the shelf" : null, !byHand);
    }

    public OrderShipped shipped(SkuQuantity... lines) {
        return new OrderShipped(id, customer, List.of(lines), UUID.randomUUID(), "DHL", "T-1", AT, false);
    }

    public OrderDelivered delivered(boolean byHand) {
        return new OrderDelivered(id, customer, PRICE, null, AT, byHand, byHand ? "the customer rang" : null);
    }

    public OrderReturned returned(int round, List<SkuQuantity> lines, Due... due) {
        return new OrderReturned(id, customer, lines, PRICE, List.of(due), round);
    }

    public PaymentRequested paymentRequested() {
        return new PaymentRequested(id, customer, PRICE, "CARD", AT, null);
    }

    public OrderConfirmed confirmed() {
        return new OrderConfirmed(id, customer, List.of(), PRICE, UUID.randomUUID(), null, null);
    }

    public ShipmentRecallRequested recallRequested() {
        return new ShipmentRecallRequested(id, customer, "changed my mind", "CUSTOMER", 1);
    }

    public ReturnAccepted returnAccepted() {
        return new ReturnAccepted(id, customer, List.of(), null, 1, null, false);
    }

    public ReturnClosed returnClosed(boolean byHand) {
        return new ReturnClosed(id, customer, byHand ? null : PRICE, byHand, byHand ? "it came back" : null);
    }

    public OrderStuck stuck() {
        return new OrderStuck(id, customer, "CANCELLING", List.of(), AT, "too late");
    }
}
