package dev.orderflow.inventory.api;

import static dev.orderflow.inventory.api.ProductCalls.customer;
import static dev.orderflow.inventory.api.ProductCalls.put;
import static dev.orderflow.inventory.api.ProductCalls.refused;
import static dev.orderflow.inventory.testing.Operator.content;
import static dev.orderflow.inventory.testing.Operator.request;
import static dev.orderflow.inventory.testing.Operator.stocked;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.inventory.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A product is added and changed, by whom it may be and as HTTP asks for it. */
@QuarkusTest
class ProductsIT {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void addsAProduct() {
        var sku = "Lamp_2." + UUID.randomUUID();

        request()
                .body("""
                        {"name": "Lampe „Æther“", "price": {"amount": "129.90", "currency": "EUR"},
                         "category": "lighting", "active": true}""")
                .put("/products/" + sku)
                .then()
                .statusCode(201)
                .header("Location", "/products/" + sku)
                .header("ETag", "\"1\"")
                .body("sku", equalTo(sku))
                .body("name", equalTo("Lampe „Æther“"))
                .body("price.amount", equalTo("129.90"))
                .body("price.currency", equalTo("EUR"))
                .body("category", equalTo("lighting"))
                .body("active", equalTo(true))
                .body("version", equalTo(1));

        customer().get("/products/" + sku).then().statusCode(200).body("price.amount", equalTo("129.90"));
        request().get("/stock/" + sku).then().statusCode(200).body("onHand", equalTo(0));
    }

    @Test
    void changesAProduct() {
        var sku = stocked("lamp", 0);

        request()
                .body(content("a better lamp", "6.00", "test", false))
                .put("/products/" + sku)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("a better lamp"))
                .body("active", equalTo(false));
    }

    @Test
    void makesNoNewVersionOfTheSameContent() {
        var sku = stocked("lamp", 0);

        put(sku, content("a lamp", "5.00", "test", true)).then().statusCode(200).header("ETag", "\"1\"");

        assertThat(new Database(url).row("SELECT count(*) FROM journal WHERE key = ?", sku))
                .isEqualTo("1");
    }

    @Test
    void keepsTheDecimalsOfACurrency() {
        for (var price : List.of("\"900\", \"currency\": \"KRW\"", "\"1.250\", \"currency\": \"BHD\"")) {
            var sku = "currency-" + UUID.randomUUID();
            put(sku, content("money", "5.00", "test", true).replace("\"5.00\", \"currency\": \"EUR\"", price))
                    .then()
                    .statusCode(201);
            customer()
                    .get("/products/" + sku)
                    .then()
                    .statusCode(200)
                    .body("price.amount", equalTo(price.split("\"")[1]));
        }
    }

    @Test
    void honoursConditions() {
        var sku = stocked("lamp", 0);

        conditional("If-Match", "\"7\"", sku)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"));
        conditional("If-None-Match", "*", sku).then().statusCode(412);
        conditional("If-Match", "\"1\"", sku).then().statusCode(200).header("ETag", "\"2\"");
        conditional("If-Match", "*", sku).then().statusCode(200);
        conditional("If-Match", "*", "new-" + UUID.randomUUID()).then().statusCode(412);
        conditional("If-Match", "\"1\"", "new-" + UUID.randomUUID()).then().statusCode(412);
        conditional("If-None-Match", "*", "new-" + UUID.randomUUID()).then().statusCode(201);
    }

    @Test
    void saysWhenNothingHasChanged() {
        var sku = stocked("lamp", 0);

        customer()
                .header("If-None-Match", "\"1\"")
                .get("/products/" + sku)
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"")
                .body(emptyString());
        customer()
                .header("If-None-Match", "\"0\"")
                .get("/products/" + sku)
                .then()
                .statusCode(200);
    }

    @Test
    void letsOneOfManyTwinsAddAProduct() {
        var sku = "twin-" + UUID.randomUUID();

        var statuses = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> put(sku, content("twin " + n, "5.00", "test", true))
                                .statusCode(),
                        Executors.newVirtualThreadPerTaskExecutor()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        customer().get("/products/" + sku).then().body("version", equalTo(8));
    }

    @Test
    void knowsWhoMayDoWhat() {
        var sku = stocked("lamp", 0);
        var body = content("mine", "0.01", "test", true);

        given().get("/products").then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        given().get("/products/" + sku).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(body)
                .put("/products/" + sku)
                .then()
                .statusCode(401);
        refused(customer().contentType(ContentType.JSON).body(body).put("/products/" + sku), 403);
        given().auth()
                .oauth2(Tokens.forSubject("nobody").mint())
                .get("/products")
                .then()
                .statusCode(200);
    }

    @Test
    void answersWhatHttpAsksOfIt() {
        var sku = stocked("lamp", 0);

        refused(customer().get("/products/unheard-of"), 404);
        refused(request().contentType("text/plain").body("lamp").put("/products/" + sku), 415);
        refused(customer().accept("text/csv").get("/products/" + sku), 406);
        refused(request().delete("/products/" + sku), 405);
    }

    private static Response conditional(String header, String value, String sku) {
        return request()
                .header(header, value)
                .body(content("conditional", "1.00", "test", true))
                .put("/products/" + sku);
    }
}
