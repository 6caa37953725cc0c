package dev.orderflow.analytics.testing;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.contracts.value.SkuQuantity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The events of one order of two mugs and a shipping fee. */
public record AnOrder(UUID id, String customer, String sku, String name, Money total) {

    public static final Instant NOON = Instant.parse("2026-01-05T12:00:10.250Z");

    private static final Money MUG = Money.of("10.00", "EUR");
    private static final Money MUGS = Money.of("20.00", "EUR");
    private static final Money FEE = Money.of("4.90", "EUR");
    private static final List<SkuQuantity> PIECES = List.of(new SkuQuantity("mug-blue", 2));

    /** Of a customer of its own, placed at noon, worth 24.90 EUR. */
    public static AnOrder some() {
        return placedAt(NOON);
    }

    public static AnOrder placedAt(Instant moment) {
        var id = UuidCreator.getTimeOrderedEpoch(moment);
        return new AnOrder(id, "customer-" + id, "mug-blue", "Blue mug", MUGS.plus(FEE));
    }

    /** Another one of the same customer. */
    public AnOrder again(Instant moment) {
        return placedAt(moment).by(customer);
    }

    public AnOrder by(String itsCustomer) {
        return new AnOrder(id, itsCustomer, sku, name, total);
    }

    public AnOrder of(String itsSku) {
        return new AnOrder(id, customer, itsSku, name, total);
    }

    /** What its product was called by then. */
    public AnOrder called(String itsName) {
        return new AnOrder(id, customer, sku, itsName, total);
    }

    public OrderPlaced placed() {
        return new OrderPlaced(id, customer, null, lines(), MUGS, FEE, total, null, NOON, null, null);
    }

    public PaymentRequested paymentRequested() {
        return new PaymentRequested(id, customer, total, "CARD", null, null);
    }

    public OrderConfirmed confirmed() {
        return new OrderConfirmed(id, customer, lines(), total, id, null, null);
    }

    public OrderShipped shipped() {
        return new OrderShipped(id, customer, PIECES, id, "USPS", "9400100000000000000000", NOON, false);
    }

    public OrderDelivered delivered() {
        return new OrderDelivered(id, customer, total, id, NOON, false, null);
    }

    public OrderDelivered deliveredByHand() {
        return new OrderDelivered(id, customer, total, null, NOON, true, "the customer says so");
    }

    public OrderCancelled cancelled() {
        return cancelled("payment-declined", "SYSTEM", 1);
    }

    public OrderCancelled cancelled(String reason, String by, int round) {
        return new OrderCancelled(id, customer, reason, by, List.of(Due.STOCK), null, round);
    }

    public OrderClosed closed() {
        return new OrderClosed(id, customer, "payment-declined", "SYSTEM", false, null, true);
    }

    public OrderClosed closedByHand() {
        return new OrderClosed(id, customer, "resolved-by-hand", "OPERATOR", true, "the parcel is lost", false);
    }

    public ReturnClosed returnClosed() {
        return new ReturnClosed(id, customer, total, false, null);
    }

    public OrderStuck stuck() {
        return new OrderStuck(id, customer, "REFUNDING", List.of("payment"), NOON, "the refund failed");
    }

    public CustomerErased erased(Instant at) {
        return new CustomerErased(customer, at);
    }

    private List<OrderLine> lines() {
        return List.of(new OrderLine(sku, name, 2, MUG, MUGS));
    }
}
