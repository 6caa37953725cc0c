package dev.orderflow.systemtests;

import dev.orderflow.client.model.Address;
import dev.orderflow.client.model.NewItem;
import dev.orderflow.client.model.NewPayment;
import java.util.List;

/** An order to be placed; everything but what a test is about has a default. */
record NewOrder(String sku, int quantity, String paymentToken, String postalCode) {

    static NewOrder of(String sku) {
        return new NewOrder(sku, 1, "tok_visa", "10115");
    }

    NewOrder times(int pieces) {
        return new NewOrder(sku, pieces, paymentToken, postalCode);
    }

    NewOrder paidWith(String token) {
        return new NewOrder(sku, quantity, token, postalCode);
    }

    NewOrder to(String code) {
        return new NewOrder(sku, quantity, paymentToken, code);
    }

    /** As the Java client has it. */
    dev.orderflow.client.model.NewOrder request() {
        return dev.orderflow.client.model.NewOrder.of(
                List.of(new NewItem(sku, quantity)),
                Address.of("Alice Example", "1 Main St", postalCode, "Berlin", "DE"),
                NewPayment.card(paymentToken));
    }

    String json() {
        return """
                {"items":[{"sku":"%s","quantity":%d}],
                 "shippingAddress":{"recipient":"Alice Example","line1":"1 Main St","city":"Berlin",
                                    "postalCode":"%s","country":"DE"},
                 "payment":{"method":"CARD","token":"%s"}}""".formatted(sku, quantity, postalCode, paymentToken);
    }
}
