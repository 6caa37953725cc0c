package dev.orderflow.shipping.testing;

import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.contracts.value.SkuQuantity;
import dev.orderflow.messaging.event.EventIds;
import java.util.List;
import java.util.UUID;

/** An order of a test, and what order would say of it. */
public record AnOrder(UUID id, String customer, String postalCode) {

    public static AnOrder paid() {
        return new AnOrder(EventIds.next(), "c-" + UUID.randomUUID(), "411 19");
    }

    /** Another one of the same customer, placed now. */
    public AnOrder again() {
        return new AnOrder(EventIds.next(), customer, postalCode);
    }

    public static AnOrder toNowhere() {
        return new AnOrder(EventIds.next(), "c-" + UUID.randomUUID(), "00000");
    }

    public OrderConfirmed confirmed() {
        var price = Money.of("49.95", "EUR");
        var lines = List.of(new OrderLine("LAMP-1", "Lamp", 1, price, price));
        var contact = new Contact("marta@example.com", null, null);
        return new OrderConfirmed(id, customer, lines, price, UUID.randomUUID(), address(), contact);
    }

    public ShipmentRecallRequested recalled(int round) {
        return new ShipmentRecallRequested(id, customer, "ordered the wrong colour", "CUSTOMER", round);
    }

    public ReturnAccepted returned(int round) {
        var lines = List.of(new SkuQuantity("LAMP-1", 1));
        return new ReturnAccepted(id, customer, lines, null, round, address(), round > 1);
    }

    private Address address() {
        return new Address("Marta Lindqvist", "Kungsgatan 12", null, "Göteborg", null, postalCode, "SE");
    }
}
