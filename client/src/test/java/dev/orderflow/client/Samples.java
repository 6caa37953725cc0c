package dev.orderflow.client;

import dev.orderflow.client.model.Address;
import dev.orderflow.client.model.NewContact;
import dev.orderflow.client.model.NewItem;
import dev.orderflow.client.model.NewOrder;
import dev.orderflow.client.model.NewPayment;
import java.util.List;
import java.util.UUID;

/** What is sent and answered in the tests. */
final class Samples {

    static final UUID ID = UUID.fromString("0197f0c2-7f3a-7000-8000-000000000001");

    static final Address ADDRESS = Address.of("Secret Alice", "Secret Street 1", "Secret 10115", "Secret City", "DE");

    static final NewOrder NEW_ORDER = NewOrder.of(
                    List.of(new NewItem("mug", 2)), ADDRESS, NewPayment.card("secret-tok_visa"))
            .withContact(NewContact.of("secret@example.com"));

    private Samples() {}

    static String order(String status) {
        return """
                {"id":"%s","customerId":"secret-alice","status":"%s","version":3,"newToThisClient":{"a":[1]},
                 "items":[{"sku":"mug","name":"Mug","quantity":2,"unitPrice":{"amount":"12.90","currency":"EUR"},
                           "lineTotal":{"amount":"25.80","currency":"EUR"}}],
                 "subtotal":{"amount":"25.80","currency":"EUR"},"shippingFee":{"amount":"4.90","currency":"EUR"},
                 "total":{"amount":"30.70","currency":"EUR"},
                 "shippingAddress":{"recipient":"Secret Alice","line1":"Secret Street 1","city":"Secret City",
                                    "postalCode":"Secret 10115","country":"DE"},
                 "payment":{"status":"COMPLETED"},
                 "createdAt":"2026-03-01T12:00:00Z","updatedAt":"2026-03-01T12:00:01.5Z",
                 "_links":{"self":{"href":"/orders/1"},"timeline":{"href":"/orders/1/timeline"},
                           "events":{"href":"/orders/1/events"}}}""".formatted(ID, status);
    }

    static String page(String items, String next) {
        return next == null
                ? "{\"items\":[%s]}".formatted(items)
                : "{\"items\":[%s],\"next\":\"%s\"}".formatted(items, next);
    }
}
