package dev.orderflow.inventory.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OpenApiIT {

    @ParameterizedTest
    @CsvSource({
        "/products, get, 200",
        "/products/{sku}, get, 200",
        "/products/{sku}, get, 304",
        "/products/{sku}, put, 200",
        "/products/{sku}, put, 201",
        "/stock/{sku}, get, 200",
        "/stock/{sku}/adjustments, post, 200",
        "/stock/{sku}/adjustments, post, 409",
        "/admin/audit, get, 200",
        "/admin/channels/{name}, put, 200",
        "/admin/channels/{name}, put, 404"
    })
    void describesItsCalls(String path, String method, String status) {
        var paths = openApi().<Map<String, Object>>get("paths");

        assertThat(paths)
                .extractingByKey(path)
                .extracting(method)
                .extracting("responses")
                .asInstanceOf(MAP)
                .containsKey(status);
    }

    @Test
    void saysThatMoneyAndKeysAreText() {
        var openApi = openApi();

        assertThat(openApi.getString("components.schemas.Money.properties.amount.type"))
                .isEqualTo("string");
        // Null where the schema stands inline.
        assertThat(openApi.getString("components.schemas.IdempotencyKey.type")).isIn("string", null);
    }

    private static JsonPath openApi() {
        return given().accept("application/json").get("/q/openapi").jsonPath();
    }
}
