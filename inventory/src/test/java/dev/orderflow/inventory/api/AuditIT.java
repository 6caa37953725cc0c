package dev.orderflow.inventory.api;

import static dev.orderflow.inventory.testing.Operator.adjust;
import static dev.orderflow.inventory.testing.Operator.content;
import static dev.orderflow.inventory.testing.Operator.request;
import static dev.orderflow.inventory.testing.Operator.stocked;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Prices and pieces are money: who has changed them is kept for longer than the journal. */
@QuarkusTest
class AuditIT {

    @Test
    void tellsWhoHasChangedWhatOfAProduct() {
        var sku = stocked("lamp", 0);
        put(sku, content("a lamp", "0.05", "test", true)).then().statusCode(200);

        audited(sku)
                .body("items.action", contains("product-changed", "product-added"))
                .body("items.actor", contains("olga", "olga"))
                .body("items[0].details", equalTo(Map.of("price", "0.05 EUR", "version", "2")))
                .body(
                        "items[1].details",
                        equalTo(Map.of(
                                "name", "a lamp",
                                "price", "5.00 EUR",
                                "category", "test",
                                "active", "true",
                                "version", "1")));
    }

    @Test
    void tellsNothingOfWhatChangedNothing() {
        var sku = stocked("lamp", 0);

        put(sku, content("a lamp", "5.00", "test", true)).then().statusCode(200);
        put(sku, content("a lamp", "x", "test", true)).then().statusCode(400);
        request()
                .header("If-Match", "\"7\"")
                .body(content("a lamp", "0.01", "test", true))
                .put("/products/" + sku)
                .then()
                .statusCode(412);
        adjust(sku, -1).then().statusCode(409);

        audited(sku).body("items", hasSize(1));
    }

    @Test
    void tellsWhoHasCountedAndWhy() {
        var sku = stocked("crate", 10);

        adjust(sku, -3).then().statusCode(200);

        audited(sku)
                .body("items.action", contains("stock-adjusted", "stock-adjusted", "product-added"))
                .body("items[0].actor", equalTo("olga"))
                .body("items[0].details", equalTo(Map.of("delta", "-3", "reason", "counted", "onHand", "7")));
    }

    private static ValidatableResponse audited(String sku) {
        return request().get("/admin/audit?subject=" + sku).then().statusCode(200);
    }

    private static Response put(String sku, String content) {
        return request().body(content).put("/products/" + sku);
    }
}
