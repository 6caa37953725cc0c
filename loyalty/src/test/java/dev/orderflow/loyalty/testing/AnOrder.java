package dev.orderflow.loyalty.testing;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.orderflow.contracts.customer.CustomerErased;
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
import dev.orderflow.messaging.event.EventIds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The events of one order. */
public record AnOrder(UUID id, String customer, Money total) {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final List<SkuQuantity> PIECES = List.of(new SkuQuantity("mug-blue", 2));
    private static final List<Due> REFUND_AND_RESTOCK = List.of(Due.STOCK, Due.PAYMENT);

    /** Of a customer of its own, placed now, worth 25.80 EUR. */
    public static AnOrder some() {
        var id = EventIds.next();
        return new AnOrder(id, "customer-" + id, Money.of("25.80", "EUR"));
    }

    public AnOrder placedAt(Instant moment) {
        return new AnOrder(UuidCreator.getTimeOrderedEpoch(moment), customer, total);
    }

    /** Another one of the same customer, placed now. */
    public AnOrder again() {
        return new AnOrder(EventIds.next(), customer, total);
    }

    public AnOrder of(String amount, String currency) {
        return new AnOrder(id, customer, Money.of(amount, currency));
    }

    public OrderPlaced placed() {
        var fee = Money.zero(total.currency());
        return new OrderPlaced(id, customer, null, lines(), total, fee, total, null, NOW, null, null);
    }

    public PaymentRequested paymentRequested() {
        return new PaymentRequested(id, customer, total, "CARD", NOW, null);
    }

    public OrderConfirmed confirmed() {
        return new OrderConfirmed(id, customer, lines(), total, id, null, null);
    }

    public ShipmentRecallRequested recallRequested() {
        return new ShipmentRecallRequested(id, customer, "changed-my-mind", "CUSTOMER", 1);
    }

    public OrderShipped shipped() {
        return new OrderShipped(id, customer, PIECES, id, "USPS", "9400100000000000000000", NOW, false);
    }

    public OrderDelivered delivered() {
        return new OrderDelivered(id, customer, total, id, NOW, false, null);
    }

    public OrderDelivered deliveredByHand() {
        return new OrderDelivered(id, customer, total, null, NOW, true, "the customer says so");
    }

    public OrderCancelled cancelled() {
        return new OrderCancelled(id, customer, "payment-declined", "SYSTEM", List.of(), null, 1);
    }

    public OrderClosed closed() {
        return new OrderClosed(id, customer, "payment-declined", "SYSTEM", false, null, true);
    }

    public OrderClosed closedByHand() {
        return new OrderClosed(id, customer, "lost", "OPERATOR", true, "the parcel is lost", false);
    }

    public ReturnAccepted returnAccepted() {
        return new ReturnAccepted(id, customer, PIECES, null, 1, null, false);
    }

    public OrderReturned returned() {
        return new OrderReturned(id, customer, PIECES, total, REFUND_AND_RESTOCK, 1);
    }

    public ReturnClosed returnClosed() {
        return new ReturnClosed(id, customer, total, false, null);
    }

    /** Nothing is known to have been paid back. */
    public ReturnClosed returnClosedByHand() {
        return new ReturnClosed(id, customer, null, true, "settled by phone");
    }

    public OrderStuck stuck() {
        return new OrderStuck(id, customer, "REFUNDING", List.of("payment"), NOW, "the refund failed");
    }

    public CustomerErased erased(Instant at) {
        return new CustomerErased(customer, at);
    }

    private List<OrderLine> lines() {
        return List.of(new OrderLine("mug-blue", "Blue mug", 1, total, total));
    }
}
