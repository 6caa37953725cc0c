package dev.orderflow.order.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.product.ProductChanged;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.order.testing.Wire;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A storefront: it knows a few products and how to order them. */
@Singleton
class Shop {

    /** 10.00 EUR. */
    static final String MUG = "api-mug";

    /** 129.90 EUR. */
    static final String LAMP = "api-lamp";

    /** 1500 JPY, which has no decimals. */
    static final String FAN = "api-fan";

    /** Not sold at present. */
    static final String OLD = "api-old";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Rows rows;

    /** Returns when order knows the products. */
    void open() {
        var products = List.of(MUG, LAMP, FAN, OLD);
        if (products.stream().allMatch(sku -> rows.knowsProduct(sku, 1))) {
            return;
        }
        Wire.publish(
                product(MUG, "Mug", Money.of("10.00", "EUR"), true, 1),
                product(LAMP, "Lamp", Money.of("129.90", "EUR"), true, 1),
                product(FAN, "Fan", Money.of("1500", "JPY"), true, 1),
                product(OLD, "Old thing", Money.of("1.00", "EUR"), false, 1));
        products.forEach(sku -> awaitProduct(sku, 1));
    }

    void awaitProduct(String sku, long version) {
        await(sku).atMost(PATIENCE).until(() -> rows.knowsProduct(sku, version));
    }

    static ProductChanged product(String sku, String name, Money price, boolean active, long version) {
        return new ProductChanged(sku, name, price, "things", active, version);
    }

    static String somebody() {
        return "c-" + UUID.randomUUID();
    }

    /** One mug: 10.00 EUR and 4.90 EUR for shipping. */
    static JsonObject order() {
        return order(MUG, 1);
    }

    static JsonObject order(String sku, int quantity) {
        return new JsonObject()
                .put("items", new JsonArray().add(item(sku, quantity)))
                .put("shippingAddress", address())
                .put("payment", new JsonObject().put("method", "CARD").put("token", "tok_visa"));
    }

    static JsonObject item(String sku, Object quantity) {
        return new JsonObject().put("sku", sku).put("quantity", quantity);
    }

    static JsonObject address() {
        return new JsonObject()
                .put("recipient", "Ada Lovelace")
                .put("line1", "Torstraße 1")
                .put("city", "Berlin")
                .put("postalCode", "10119")
                .put("country", "DE");
    }

    static RequestSpecification as(String customerId) {
        return given().auth().oauth2(Tokens.customer(customerId));
    }

    static RequestSpecification asOperator() {
        return given().auth().oauth2(Tokens.operator("ops-1"));
    }

    static Response place(String customerId, JsonObject order) {
        return as(customerId)
                .contentType("application/json")
                .body(order.encode())
                .post("/orders");
    }

    /** The new order's id. */
    static UUID placed(String customerId) {
        return UUID.fromString(
                place(customerId, order()).then().statusCode(201).extract().path("id"));
    }
}
