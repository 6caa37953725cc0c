package dev.orderflow.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class PrivateDataIT {

    @Test
    void keepsACustomersDataOutOfSharedCaches() {
        customer()
                .get("/samples/mine")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Authorization")
                .header("ETag", "\"7\"")
                .header("X-Content-Type-Options", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"6\", \"7\"", "*"})
    void sendsNothingTwice(String ifNoneMatch) {
        customer()
                .header("If-None-Match", ifNoneMatch)
                .get("/samples/mine")
                .then()
                .statusCode(304)
                .header("Cache-Control", "private, no-cache");
    }

    @Test
    void readsAllLinesOfAList() {
        customer()
                .header("If-None-Match", "\"6\"", "\"7\"")
                .get("/samples/mine")
                .then()
                .statusCode(304);
        customer()
                .header("If-Match", "\"6\"", "\"7\"")
                .put("/samples/mine")
                .then()
                .statusCode(204);
        customer()
                .header("If-Match", "\"5\"", "\"6\"")
                .put("/samples/mine")
                .then()
                .statusCode(412);
        customer().header("If-Match", "\"7\"", "x").put("/samples/mine").then().statusCode(412);
    }

    @Test
    void changesOnlyWhatTheClientHasSeen() {
        customer().put("/samples/mine").then().statusCode(428).body("type", equalTo("/problems/precondition-required"));
        customer().header("If-Match", "\"6\"").put("/samples/mine").then().statusCode(412);
        customer().header("If-Match", "\"7\"").put("/samples/mine").then().statusCode(204);
    }

    private static RequestSpecification customer() {
        return given().auth().oauth2(Tokens.customer("c-1"));
    }
}
