package dev.orderflow.order.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients are generated from says what the service does. */
@QuarkusTest
class OpenApiIT {

    @ParameterizedTest
    @CsvSource({
        "/orders, post, 201 400 401 403 406 408 409 413 415 422 429 503",
        "/orders, get, 200 400 401 403 406 408 413 429 503",
        "/orders/batch, post, 200 400 401 403 406 408 413 415 429 503",
        "/orders/{id}, get, 200 304 400 401 403 404 406 408 410 413 429 503",
        "/orders/{id}, patch, 200 400 401 403 404 406 408 409 412 413 415 428 429 503",
        "/orders/{id}/timeline, get, 200 400 401 403 404 406 408 410 413 429 503",
        "/orders/{id}/events, get, 200 204 400 401 403 404 406 408 410 413 429 503",
        "/tickets, post, 201 400 401 403 406 408 409 413 422 429 503",
        "/orders/{id}/cancel, post, 200 202 400 401 403 404 406 408 409 413 415 422 429 503",
        "/orders/{id}/returns, post, 202 400 401 403 404 406 408 409 413 415 422 429 503",
        "/customers/{id}, delete, 202 400 401 403 404 408 409 413 429 503",
        "/admin/audit, get, 200 400 401 403 406 408 413 429 503",
        "/admin/channels, get, 200 400 401 403 406 408 413 429 503",
        "/admin/channels/{name}, put, 200 400 401 403 404 406 408 413 415 429 503",
        "/admin/intake, get, 200 400 401 403 406 408 413 429 503",
        "/admin/intake, put, 200 400 401 403 406 408 413 415 429 503",
        "/admin/sagas, get, 200 400 401 403 406 408 413 429 503",
        "/admin/sagas/{id}/retry, post, 202 400 401 403 404 406 408 409 413 422 429 503",
        "/admin/sagas/{id}/resolve, post, 200 400 401 403 404 406 408 409 413 415 422 429 503"
    })
    void listsEachOperationWithItsStatuses(String path, String method, String statuses) {
        var responses = served().getJsonObject("paths")
                .getJsonObject(path)
                .getJsonObject(method)
                .getJsonObject("responses");

        assertThat(responses.fieldNames()).containsExactlyInAnyOrder(statuses.split(" "));
        assertThat(responses.fieldNames())
                .filteredOn(status -> status.compareTo("400") >= 0)
                .allSatisfy(status -> assertThat(shared(responses.getJsonObject(status))
                                .getJsonObject("content")
                                .fieldNames())
                        .containsExactly("application/problem+json"));
    }

    /** The same refusal of many operations is described once. */
    private static JsonObject shared(JsonObject answer) {
        var reference = answer.getString("$ref");
        return served().getJsonObject("components")
                .getJsonObject("responses")
                .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }

    @Test
    void namesTheFieldsOfAnOrder() {
        assertThat(properties("Order").fieldNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "customerId",
                        "reference",
                        "status",
                        "items",
                        "subtotal",
                        "shippingFee",
                        "total",
                        "shippingAddress",
                        "cancellation",
                        "payment",
                        "shipment",
                        "version",
                        "createdAt",
                        "updatedAt",
                        "deadline",
                        "_links");
        assertThat(properties("OrderLine").fieldNames())
                .containsExactlyInAnyOrder("sku", "name", "quantity", "unitPrice", "lineTotal");
    }

    @Test
    void saysThatMoneyIsADecimalInAString() {
        assertThat(properties("Money").getJsonObject("amount").getString("type"))
                .isEqualTo("string");
    }

    @Test
    void asksForABearerToken() {
        assertThat(served().getJsonObject("paths")
                        .getJsonObject("/orders")
                        .getJsonObject("post")
                        .getJsonArray("security"))
                .isNotEmpty();
    }

    @Test
    void describesWhatIsLeftOfACustomersCalls() {
        var document = served();
        var place = document.getJsonObject("paths").getJsonObject("/orders").getJsonObject("post");
        var created = place.getJsonObject("responses").getJsonObject("201").getJsonObject("headers");
        var limited = document.getJsonObject("components")
                .getJsonObject("responses")
                .getJsonObject("too-many-requests")
                .getJsonObject("headers");

        assertThat(created.fieldNames()).contains("RateLimit", "RateLimit-Policy");
        assertThat(limited.fieldNames()).contains("RateLimit", "RateLimit-Policy", "Retry-After");
    }

    private static JsonObject properties(String schema) {
        return served().getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject(schema)
                .getJsonObject("properties");
    }

    private static JsonObject served() {
        return new JsonObject(given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
