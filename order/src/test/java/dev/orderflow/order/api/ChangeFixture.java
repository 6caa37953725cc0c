package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.placed;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A customer's order whose address is corrected. */
abstract class ChangeFixture {

    static final String ELSEWHERE = "{\"shippingAddress\":{\"line1\":\"Torstraße 2\",\"line2\":\"Hof\"}}";

    @Inject
    Shop shop;

    @Inject
    Steps steps;

    final String customer = Shop.somebody();
    UUID order;

    @BeforeEach
    void placeAnOrder() {
        shop.open();
        order = placed(customer);
    }

    Response current() {
        return as(customer).get("/orders/" + order);
    }

    Response patch(String ifMatch, String body) {
        return patch(as(customer), "application/merge-patch+json", ifMatch, body);
    }

    Response patch(RequestSpecification as, String type, String ifMatch, String body) {
        return as.header("If-Match", ifMatch)
                .contentType(type + "; charset=UTF-8")
                .body(body)
                .patch("/orders/" + order);
    }
}
