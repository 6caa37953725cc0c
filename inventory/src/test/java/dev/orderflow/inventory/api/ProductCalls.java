package dev.orderflow.inventory.api;

import static dev.orderflow.inventory.testing.Operator.request;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Products as a customer reads them and an operator puts them. */
final class ProductCalls {

    ProductCalls() {}

    static RequestSpecification customer() {
        return given().auth().oauth2(Tokens.customer("c-1"));
    }

    static Response put(String sku, String body) {
        return request().body(body).put("/products/" + sku);
    }

    static void refused(Response response, int status) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", startsWith("/problems/"));
    }
}
