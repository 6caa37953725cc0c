package dev.orderflow.analytics.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OpenApiIT {

    @ParameterizedTest
    @CsvSource({
        "/analytics/minutes, get, 200",
        "/analytics/minutes, get, 400",
        "/analytics/minutes, get, 503",
        "/analytics/customers/{id}, get, 404"
    })
    void describesItsCalls(String path, String method, String status) {
        var paths =
                given().accept("application/json").get("/q/openapi").jsonPath().<Map<String, Object>>get("paths");

        assertThat(paths)
                .extractingByKey(path)
                .extracting(method)
                .extracting("responses")
                .asInstanceOf(MAP)
                .containsKey(status);
    }
}
