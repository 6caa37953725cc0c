package dev.orderflow.platform.security;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.issuer.Token;
import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class SecurityIT {

    static Stream<Arguments> badTokens() {
        var good = Tokens.forSubject("c-1").groups(Roles.CUSTOMER, Roles.OPERATOR);
        return Stream.of(
                Arguments.of("expired", good.expired().mint()),
                Arguments.of("not yet valid", good.notYetValid().mint()),
                Arguments.of("forged", good.forged()),
                Arguments.of("unsigned", good.unsigned()),
                Arguments.of(
                        "of another issuer",
                        good.issuer("https://elsewhere.example").mint()),
                Arguments.of("for another audience", good.audience("elsewhere").mint()),
                Arguments.of("without its signature", good.mint().replaceAll("[^.]+$", "")),
                Arguments.of("garbage", "garbage"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesABadToken(String kind, String token) {
        unauthenticated(given().auth().oauth2(token).get("/samples/mine").then())
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    }

    @Test
    void asksForATokenWithoutAnErrorIfThereIsNone() {
        unauthenticated(given().get("/samples/mine").then()).header("WWW-Authenticate", not(containsString("error")));
        unauthenticated(given().get("/secrets/operators").then());
    }

    @Test
    void asksForATokenBeforeItReadsTheBody() {
        unauthenticated(given().contentType("application/json")
                .body("{")
                .post("/effects")
                .then());
    }

    @Test
    void ignoresABadTokenWhereNoneIsNeeded() {
        given().auth().oauth2("garbage").get("/problems/gone").then().statusCode(200);
        given().auth().oauth2("garbage").get("/q/health/live").then().statusCode(200);
    }

    @Test
    void refusesWhoLacksTheRole() {
        given().auth()
                .oauth2(Tokens.customer("c-1"))
                .get("/secrets/operators")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"))
                .header("WWW-Authenticate", containsString("error=\"insufficient_scope\""));
    }

    @Test
    void deniesWhatNobodyAllowed() {
        given().auth()
                .oauth2(Tokens.operator("o-1"))
                .get("/secrets/forgotten")
                .then()
                .statusCode(403);
        unauthenticated(given().get("/secrets/forgotten").then());
    }

    @Test
    void tellsWhoIsCallingOnTheEventLoop() {
        given().auth()
                .oauth2(Tokens.forSubject("c-1")
                        .groups(Roles.CUSTOMER)
                        .email("c@example.com")
                        .mint())
                .get("/samples/mine")
                .then()
                .statusCode(200)
                .body("subject", equalTo("c-1"))
                .body("operator", equalTo(false))
                .body("eventLoop", equalTo(true))
                .body("email", equalTo("c@example.com"));
    }

    @ParameterizedTest
    @CsvSource({"5, 200", "30, 401"})
    void toleratesClocksThatDifferByTenSeconds(int secondsAgo, int status) {
        await().atMost(40, SECONDS)
                .untilAsserted(() -> given().auth()
                        .oauth2(ended(secondsAgo))
                        .get("/samples/mine")
                        .then()
                        .statusCode(status));
    }

    /** It grows older on its way. */
    private static String ended(int secondsAgo) {
        var issued = Instant.now().minusSeconds(3600 + secondsAgo);
        return new Tokens(new Token(
                        "c-1",
                        List.of(Roles.CUSTOMER),
                        null,
                        Token.DEFAULT_ISSUER,
                        Token.DEFAULT_AUDIENCE,
                        issued,
                        Duration.ofHours(1)))
                .mint();
    }

    private static ValidatableResponse unauthenticated(ValidatableResponse response) {
        return response.statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"))
                .header("WWW-Authenticate", allOf(startsWith("Bearer"), containsString("realm=\"orderflow\"")));
    }
}
