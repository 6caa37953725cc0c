package dev.orderflow.payment.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.orderflow.payment.testing.ProviderParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ProviderParts.class)
class OpenApiIT {

    @ParameterizedTest
    @CsvSource({
        "/payments/{orderId}, get, 200",
        "/payments/{orderId}, get, 404",
        "/webhooks/payments, post, 200",
        "/webhooks/payments, post, 400",
        "/admin/reconciliation, get, 200",
        "/admin/audit, get, 200",
        "/admin/channels/{name}, put, 200",
        "/admin/channels/{name}, put, 404"
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
