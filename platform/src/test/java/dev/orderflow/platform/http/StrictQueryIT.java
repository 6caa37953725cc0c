package dev.orderflow.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class StrictQueryIT {

    @ParameterizedTest
    @CsvSource({
        "GET, /samples/page?limit=1&offset=2, offset, is not a known parameter",
        "GET, /samples/page?Limit=1, Limit, is not a known parameter",
        "GET, /samples/page?limit=1&limit=1, limit, must not be repeated",
        "GET, /samples/fail/not?how=business, how, is not a known parameter",
        "DELETE, /samples/0190b8a0-0000-7000-8000-000000000000?dryRun=true, dryRun, is not a known parameter"
    })
    void namesTheParameterThatNobodyReads(String method, String address, String name, String message) {
        given().urlEncodingEnabled(false)
                .request(method, address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.field", hasItem(name))
                .body("errors.message", hasItem(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/samples/page", "/samples/page?limit=2", "/samples/page?limit=2&cursor="})
    void takesWhatIsDescribed(String address) {
        given().urlEncodingEnabled(false).get(address).then().statusCode(200);
        given().urlEncodingEnabled(false).head(address).then().statusCode(200);
    }

    @Test
    void refusesAHeadAsItsGet() {
        given().head("/samples/page?offset=2").then().statusCode(400);
    }

    /** Who may not come in is told so, and nothing else. */
    @Test
    void asksForTheTokenFirst() {
        given().get("/samples/mine?offset=2").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.customer("c-1"))
                .get("/secrets/operators?offset=2")
                .then()
                .statusCode(403);
    }

    @Test
    void readsABodyNoMore() {
        given().contentType("application/json")
                .body("{")
                .post("/samples?dryRun=true")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("dryRun"));
    }
}
