package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.LAMP;
import static dev.orderflow.order.api.Shop.MUG;
import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.item;
import static dev.orderflow.order.api.Shop.order;
import static dev.orderflow.order.api.Shop.place;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.order.api.Rows.Traces;
import dev.orderflow.order.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlacingIT {

    @Inject
    Shop shop;

    @Inject
    Rows rows;

    private final String customer = Shop.somebody();

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    @Test
    void acceptsAnOrder() {
        var accepted = place(customer, order());

        accepted.then()
                .statusCode(201)
                .contentType("application/json")
                .header("Location", "/orders/" + accepted.path("id"))
                .header("ETag", "\"1\"")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization"));
        assertThat(rows.of(customer)).isEqualTo(new Traces(1, 1, 0));
    }

    @Test
    void answersWithTheOrderAndNothingElse() {
        var accepted = place(customer, order().put("reference", "web-4711"));

        var id = accepted.<String>path("id");
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        accepted.then()
                .body(
                        "keySet()",
                        containsInAnyOrder(
                                "id",
                                "customerId",
                                "reference",
                                "status",
                                "items",
                                "subtotal",
                                "shippingFee",
                                "total",
                                "shippingAddress",
                                "version",
                                "createdAt",
                                "updatedAt",
                                "deadline",
                                "_links"))
                .body("customerId", equalTo(customer))
                .body("reference", equalTo("web-4711"))
                .body("status", equalTo("PENDING"))
                .body("version", equalTo(1))
                .body("shippingAddress", equalTo(Shop.address().getMap()))
                .body("_links", equalTo(links(id)));
    }

    private static Map<String, Object> links(String id) {
        return Map.of(
                "self", Map.of("href", "/orders/" + id),
                "timeline", Map.of("href", "/orders/" + id + "/timeline"),
                "events", Map.of("href", "/orders/" + id + "/events"),
                "cancel", Map.of("href", "/orders/" + id + "/cancel"));
    }

    @Test
    void answersWhatItReadsBackLater() {
        var accepted = place(customer, order());

        var read = as(customer).get(accepted.header("Location"));

        assertThat(new JsonObject(read.asString())).isEqualTo(new JsonObject(accepted.asString()));
    }

    @Test
    void pricesByItsOwnCatalogue() {
        var wanted = order().put(
                        "items",
                        new JsonArray().add(item(MUG, 2)).add(item(LAMP, 1)).add(item(MUG, 1)));

        place(customer, wanted)
                .then()
                .statusCode(201)
                .body("items.sku", equalTo(List.of(MUG, LAMP, MUG)))
                .body("items[0].name", equalTo("Mug"))
                .body("items[0].quantity", equalTo(2))
                .body("items[0].unitPrice", equalTo(euro("10.00")))
                .body("items[0].lineTotal", equalTo(euro("20.00")))
                .body("subtotal", equalTo(euro("159.90")))
                .body("shippingFee", equalTo(euro("0.00")))
                .body("total", equalTo(euro("159.90")));
    }

    @Test
    void addsShippingToASmallOrder() {
        place(customer, order())
                .then()
                .body("subtotal", equalTo(euro("10.00")))
                .body("shippingFee", equalTo(euro("4.90")))
                .body("total", equalTo(euro("14.90")));
    }

    @Test
    void writesMoneyWithItsCurrencysOwnDecimals() {
        place(customer, order(Shop.FAN, 2))
                .then()
                .statusCode(201)
                .body("total", equalTo(Map.of("amount", "3000", "currency", "JPY")));
    }

    @Test
    void takesTheTotalThatWasExpected() {
        place(customer, order().put("expectedTotal", new JsonObject(euro("14.90"))))
                .then()
                .statusCode(201);
    }

    @Test
    void sellsAtTheNewestPrice() {
        var sku = "api-" + UUID.randomUUID();
        Wire.publish(Shop.product(sku, "Book", Money.of("7.00", "EUR"), true, 1));
        Wire.publish(Shop.product(sku, "Book, 2nd edition", Money.of("9.00", "EUR"), true, 2));
        shop.awaitProduct(sku, 2);

        place(customer, order(sku, 1))
                .then()
                .body("items[0].name", equalTo("Book, 2nd edition"))
                .body("items[0].unitPrice", equalTo(euro("9.00")));
    }

    @Test
    void takesTheMostThatAnOrderMayBe() {
        var items = new JsonArray();
        for (int line = 0; line < 100; line++) {
            items.add(item(LAMP, 10_000));
        }

        place(customer, order().put("items", items))
                .then()
                .statusCode(201)
                .body("total", equalTo(euro("129900000.00")));
    }

    @Test
    void withoutAKeyEachRequestIsAnOrder() {
        place(customer, order());
        place(customer, order());

        assertThat(rows.of(customer).orders()).isEqualTo(2);
    }

    @Test
    void takesEmptyFieldsOfAFormForNotGiven() {
        var wanted = order().put("reference", "")
                .put("shippingAddress", Shop.address().put("line2", " "));

        place(customer, wanted)
                .then()
                .statusCode(201)
                .body("", not(hasKey("reference")))
                .body("shippingAddress", not(hasKey("line2")));
    }

    @Test
    void writesToTheContactThatTheOrderNames() {
        var contact = new JsonObject()
                .put("email", "ada@example.com")
                .put("phone", "+4930123456")
                .put("locale", "de-DE");

        var id = place(customer, order().put("contact", contact)).<String>path("id");

        assertThat(new JsonObject(rows.contact(id))).isEqualTo(contact);
    }

    @Test
    void writesToTheTokensAddressIfTheOrderNamesNoContact() {
        var token = Tokens.forSubject(customer)
                .groups("customer")
                .email("token@example.com")
                .mint();

        var id = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(order().encode())
                .post("/orders")
                .<String>path("id");

        assertThat(new JsonObject(rows.contact(id))).isEqualTo(new JsonObject().put("email", "token@example.com"));
    }

    @Test
    void hasNoContactIfNobodyNamesOne() {
        var id = place(customer, order()).<String>path("id");

        assertThat(rows.contact(id)).isNull();
    }

    private static Map<String, Object> euro(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
