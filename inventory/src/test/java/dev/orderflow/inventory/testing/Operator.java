package dev.orderflow.inventory.testing;

import static io.restassured.RestAssured.given;

import dev.orderflow.devservices.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** What an operator does over HTTP. */
public final class Operator {

    private static final String PRODUCT = """
            {"name": "%s", "price": {"amount": "%s", "currency": "EUR"}, "category": "%s", "active": %s}""";

    private Operator() {}

    public static RequestSpecification request() {
        return given().auth().oauth2(Tokens.operator("olga")).contentType(ContentType.JSON);
    }

    public static String content(String name, String price, String category, boolean active) {
        return PRODUCT.formatted(name, price, category, active);
    }

    /** A new product with a name of its own and so many pieces. */
    public static String stocked(String prefix, int pieces) {
        String sku = prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
        request()
                .body(content("a " + prefix, "5.00", "test", true))
                .put("/products/" + sku)
                .then()
                .statusCode(201);
        if (pieces != 0) {
            adjust(sku, pieces).then().statusCode(200);
        }
        return sku;
    }

    public static Response adjust(String sku, int delta) {
        return request()
                .body("{\"delta\": %d, \"reason\": \"counted\"}".formatted(delta))
                .post("/stock/" + sku + "/adjustments");
    }

    /** {@code onHand reserved available}. */
    public static String stock(String sku) {
        var stock =
                request().get("/stock/" + sku).then().statusCode(200).extract().jsonPath();
        return stock.getLong("onHand") + " " + stock.getLong("reserved") + " " + stock.getLong("available");
    }
}
