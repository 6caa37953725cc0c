package dev.orderflow.notification.testing;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.contracts.value.SkuQuantity;
import dev.orderflow.messaging.event.EventIds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The events of one order of two blue mugs, whose customer is reached at an address of its own. */
public record AnOrder(UUID id, String customer, String email) {

    private static final Money TOTAL = Money.of("25.80", "EUR");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final List<OrderLine> LINES =
            List.of(new OrderLine("mug-blue", "Blue mug & saucer", 2, Money.of("12.90", "EUR"), TOTAL));

    public static AnOrder some() {
        var id = UUID.randomUUID();
        return new AnOrder(id, "customer-" + id, id + "@example.com");
    }

    /** Another one of the same customer, placed now. */
    public AnOrder again() {
        return new AnOrder(EventIds.next(), customer, email);
    }

    public AnOrder withoutEmail() {
        return new AnOrder(id, customer, null);
    }

    /** At an address whose local part begins so; {@link PickyServer} knows some. */
    public AnOrder withMailTo(String prefix) {
        return new AnOrder(id, customer, prefix + id + "@example.com");
    }

    public AnOrder withAddress(String address) {
        return new AnOrder(id, customer, address);
    }

    public OrderPlaced placed() {
        return placed(email == null ? null : new Contact(email, null, null), LINES, TOTAL);
    }

    /** By who wants to be written to in this language. */
    public OrderPlaced placedIn(String locale) {
        return placed(new Contact(email, null, locale), LINES, TOTAL);
    }

    /** Of one product of this name, in Korea. */
    public OrderPlaced placedInKorea(String name) {
        var price = Money.of("25800", "KRW");
        var lines = List.of(new OrderLine("mug-blue", name, 1, price, price));
        return placed(new Contact(email, null, "ko"), lines, price);
    }

    private OrderPlaced placed(Contact contact, List<OrderLine> lines, Money total) {
        var fee = Money.zero(total.currency());
        return new OrderPlaced(id, customer, null, lines, total, fee, total, null, NOW, null, contact);
    }

    public OrderConfirmed confirmed() {
        return new OrderConfirmed(id, customer, LINES, TOTAL, UUID.randomUUID(), null, null);
    }

    public OrderShipped shipped() {
        var lines = List.of(new SkuQuantity("mug-blue", 2));
        return new OrderShipped(id, customer, lines, UUID.randomUUID(), "USPS", "9400100000000000000000", NOW, false);
    }

    public OrderDelivered delivered() {
        return new OrderDelivered(id, customer, TOTAL, null, NOW, false, null);
    }

    public OrderCancelled cancelled(int round) {
        return new OrderCancelled(id, customer, "payment-declined", "SYSTEM", List.of(), null, round);
    }

    /** Of a parcel that shipping is still asked to hold back. */
    public OrderClosed cancelledByHand() {
        return new OrderClosed(id, customer, "customer-request", "CUSTOMER", true, "lost, says the carrier", false);
    }

    /** Once what was announced is undone. */
    public OrderClosed closed() {
        return new OrderClosed(id, customer, "payment-declined", "SYSTEM", false, null, true);
    }

    public ReturnAccepted returnAccepted() {
        return returnAccepted(1, false);
    }

    public ReturnAccepted returnAccepted(int round, boolean repeated) {
        var lines = List.of(new SkuQuantity("mug-blue", 2));
        return new ReturnAccepted(id, customer, lines, null, round, null, repeated);
    }

    public ReturnClosed returnClosed() {
        return new ReturnClosed(id, customer, TOTAL, false, null);
    }

    public OrderStuck stuck() {
        return new OrderStuck(id, customer, "CANCELLING", List.of("PAYMENT"), NOW, "refund of " + email + " failed");
    }

    public CustomerErased erased() {
        return new CustomerErased(customer, NOW);
    }
}
