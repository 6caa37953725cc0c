package dev.orderflow.platform.config;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class SharedConfigurationIT {

    @Inject
    ObjectMapper application;

    @ParameterizedTest
    @CsvSource({"transaction_timeout, 10s", "lock_timeout, 4s", "idle_in_transaction_session_timeout, 5s"})
    void keepsTransactionsShort(String setting, String value) {
        given().get("/samples/database?show=" + setting).then().statusCode(200).body("value", equalTo(value));
    }

    @Test
    void toleratesUnknownFieldsOutsideHttp() throws Exception {
        var money = application.readValue("{\"amount\":\"1.50\",\"currency\":\"EUR\",\"later\":1}", Money.class);
        assertThat(money).isEqualTo(Money.of("1.50", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics"})
    void servesWhatOperatorsNeed(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void servesItsOpenApi() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("components.securitySchemes.SecurityScheme.scheme", equalTo("bearer"))
                .body(containsString("/problems/{name}"));
    }
}
