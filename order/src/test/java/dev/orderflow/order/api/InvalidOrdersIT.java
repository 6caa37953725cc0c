package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.MUG;
import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.orderflow.order.api.Rows.Traces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An order with one field wrong is told which, and leaves nothing behind, not even its key. */
@QuarkusTest
class InvalidOrdersIT {

    private static final Object MISSING = new Object();

    @Inject
    Shop shop;

    @Inject
    Rows rows;

    private final String customer = Shop.somebody();

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(rows.of(customer)).isEqualTo(Traces.NONE);
    }

    static Stream<Arguments> invalidItems() {
        return Stream.of(
                arguments("items", MISSING),
                arguments("items", new JsonArray()),
                arguments("items", lines(101)),
                arguments("items", "x"),
                arguments("items[0]", null),
                arguments("items[0]", "x"),
                arguments("items[0].price", "0.01"),
                arguments("items[0].sku", MISSING),
                arguments("items[0].sku", " "),
                arguments("items[0].sku", 7),
                arguments("items[0].sku", "x".repeat(65)),
                arguments("items[0].quantity", MISSING),
                arguments("items[0].quantity", null),
                arguments("items[0].quantity", 0),
                arguments("items[0].quantity", -1),
                arguments("items[0].quantity", 10_001),
                arguments("items[0].quantity", 1_000_000_000),
                arguments("items[0].quantity", 1_000_000_000_000_000_000L),
                arguments("items[0].quantity", 1.5),
                arguments("items[0].quantity", 1.0),
                arguments("items[0].quantity", "1"),
                arguments("items[0].quantity", true));
    }

    static Stream<Arguments> invalidAddresses() {
        return Stream.of(
                arguments("shippingAddress", MISSING),
                arguments("shippingAddress", "x"),
                arguments("shippingAddress.planet", "X"),
                arguments("shippingAddress.recipient", MISSING),
                arguments("shippingAddress.recipient", "x".repeat(201)),
                arguments("shippingAddress.recipient", "Ada\r\nBcc: x"),
                arguments("shippingAddress.recipient", "Ada\0"),
                arguments("shippingAddress.line1", MISSING),
                arguments("shippingAddress.line1", "x".repeat(201)),
                arguments("shippingAddress.line2", "x".repeat(201)),
                arguments("shippingAddress.city", MISSING),
                arguments("shippingAddress.city", "x".repeat(101)),
                arguments("shippingAddress.region", "x".repeat(101)),
                arguments("shippingAddress.postalCode", MISSING),
                arguments("shippingAddress.postalCode", " "),
                arguments("shippingAddress.postalCode", "x".repeat(21)),
                arguments("shippingAddress.country", MISSING),
                arguments("shippingAddress.country", "DEU"),
                arguments("shippingAddress.country", "de"),
                arguments("shippingAddress.country", "XX"));
    }

    static Stream<Arguments> invalidRest() {
        return Stream.of(
                arguments("price", "1.00"),
                arguments("payment", MISSING),
                arguments("payment.method", MISSING),
                arguments("payment.method", "CASH"),
                arguments("payment.token", MISSING),
                arguments("payment.token", "x".repeat(256)),
                arguments("reference", "x".repeat(101)),
                arguments("reference", 7),
                arguments("contact.email", MISSING),
                arguments("contact.email", "ada at example.com"),
                arguments("contact.email", "a@" + "b.".repeat(130) + "de"),
                arguments("contact.phone", "030 / 123456"),
                arguments("contact.locale", "de_DE!"),
                // As long as a body may be: what it costs to refuse it must not grow with it.
                arguments("contact.locale", "aa" + "-a".repeat(400_000)),
                arguments("contact.email", "a@" + "b.".repeat(400_000) + "de"),
                arguments("contact.email", "a".repeat(900_000)),
                arguments("contact.phone", "+1" + "1".repeat(900_000)),
                arguments("items[0].sku", "x".repeat(900_000)),
                arguments("expectedTotal", "14.90"),
                arguments("expectedTotal.amount", 14.90));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource({"invalidItems", "invalidAddresses", "invalidRest"})
    void refusesAnInvalidField(String field, Object value) {
        refused(withOneField(field, value)).body("errors.field", everyItem(equalTo(field)));
    }

    static Stream<Arguments> invalidTotals() {
        return Stream.of(
                arguments("expectedTotal.amount", MISSING),
                arguments("expectedTotal.amount", "14.900"),
                arguments("expectedTotal.currency", MISSING),
                arguments("expectedTotal.currency", "XYZ"));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("invalidTotals")
    void refusesATotalThatIsNoMoney(String field, Object value) {
        refused(withOneField(field, value)).body("errors.field", equalTo(List.of("expectedTotal")));
    }

    @Test
    void namesEveryInvalidField() {
        var order = withOneField("items[0].quantity", 0).put("shippingAddress", new JsonObject());

        refused(order)
                .body(
                        "errors.field",
                        equalTo(List.of(
                                "items[0].quantity",
                                "shippingAddress.city",
                                "shippingAddress.country",
                                "shippingAddress.line1",
                                "shippingAddress.postalCode",
                                "shippingAddress.recipient")));
    }

    private ValidatableResponse refused(JsonObject order) {
        return as(customer)
                .header("Idempotency-Key", "\"invalid\"")
                .contentType("application/json")
                .body(order.encode())
                .post("/orders")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors", not(empty()));
    }

    /** An order with everything, and one field that is something else. */
    private static JsonObject withOneField(String field, Object value) {
        var order = Shop.order()
                .put("reference", "web-4711")
                .put("contact", new JsonObject().put("email", "ada@example.com"))
                .put("expectedTotal", new JsonObject().put("amount", "14.90").put("currency", "EUR"));
        if (field.equals("items[0]")) {
            return order.put("items", new JsonArray().add(value));
        }
        var path = field.replace("items[0].", "items.").split("\\.");
        set(path.length == 1 ? order : child(order, path[0]), path[path.length - 1], value);
        return order;
    }

    private static JsonObject child(JsonObject order, String name) {
        return name.equals("items") ? order.getJsonArray(name).getJsonObject(0) : order.getJsonObject(name);
    }

    private static void set(JsonObject parent, String name, Object value) {
        if (value == MISSING) {
            parent.remove(name);
        } else {
            parent.put(name, value);
        }
    }

    private static JsonArray lines(int count) {
        var lines = new JsonArray();
        IntStream.range(0, count).forEach(line -> lines.add(item(MUG, 1)));
        return lines;
    }
}
