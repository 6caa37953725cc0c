package dev.orderflow.inventory.api;

import static dev.orderflow.inventory.api.ProductCalls.customer;
import static dev.orderflow.inventory.api.ProductCalls.put;
import static dev.orderflow.inventory.api.ProductCalls.refused;
import static dev.orderflow.inventory.testing.Operator.content;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products are listed by category, page by page. */
@QuarkusTest
class ProductListIT {

    @Test
    void listsACategoryPageByPage() {
        var category = "category " + UUID.randomUUID();
        var skus = IntStream.range(0, 5)
                .mapToObj(n -> "p" + n + "-" + UUID.randomUUID())
                .toList();
        skus.forEach(
                sku -> put(sku, content("p", "5.00", category, true)).then().statusCode(201));

        var first = customer()
                .queryParam("category", category)
                .queryParam("limit", 2)
                .get("/products");
        first.then()
                .statusCode(200)
                .body("items.sku", contains(skus.get(0), skus.get(1)))
                .body("next", notNullValue());
        var second = next(first.path("next"));
        second.then().body("items.sku", contains(skus.get(2), skus.get(3)));
        next(second.path("next"))
                .then()
                .body("items.sku", contains(skus.get(4)))
                .body("next", nullValue());
    }

    @Test
    void listsEverythingWithoutACategory() {
        var sku = "-0-" + UUID.randomUUID();
        put(sku, content("first of all", "5.00", "test", false)).then().statusCode(201);

        customer()
                .queryParam("limit", 200)
                .get("/products")
                .then()
                .statusCode(200)
                .body("items.sku", hasItem(sku));
        customer()
                .queryParam("category", UUID.randomUUID())
                .get("/products")
                .then()
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "cursor=%00", "cursor=!!"})
    void refusesAMalformedPage(String query) {
        refused(customer().get("/products?" + query), 400);
    }

    private static Response next(String address) {
        return customer().urlEncodingEnabled(false).get(address);
    }
}
