package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.FAN;
import static dev.orderflow.order.api.Shop.MUG;
import static dev.orderflow.order.api.Shop.OLD;
import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.item;
import static dev.orderflow.order.api.Shop.order;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.order.api.Rows.Traces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal is a problem of the right type and leaves nothing behind, not even its key. */
@QuarkusTest
class RefusedOrdersIT {

    private static final String WITH_A_BAD_TOKEN = "c-with-a-bad-token";

    @Inject
    Shop shop;

    @Inject
    Rows rows;

    private final String customer = Shop.somebody();

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(rows.of(customer)).isEqualTo(Traces.NONE);
    }

    static Stream<String> noOrders() {
        return Stream.of(
                "",
                "{",
                "null",
                "[]",
                "\"order\"",
                "{} {}",
                "{\"items\":[],\"items\":[]}",
                "\0",
                "{\"items\":" + "[".repeat(1_100),
                "{\"items\":[{\"sku\":\"x\",\"quantity\":" + "9".repeat(10_000) + "}]}",
                order().put("reference", "@").encode().replace("@", "\\ud800"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("noOrders")
    void refusesABodyThatIsNoOrder(String body) {
        refused(post(body), 400, "invalid-request");
    }

    @Test
    void refusesBytesThatAreNoText() {
        var response = keyed().contentType("application/json")
                .body(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'})
                .post("/orders");

        refused(response, 400, "invalid-request");
    }

    static Stream<Arguments> refusedOrders() {
        return Stream.of(
                Arguments.of("unknown-product", List.of(MUG, "nobody-has-this"), "skus", List.of("nobody-has-this")),
                Arguments.of("product-inactive", List.of(MUG, OLD), "skus", List.of(OLD)),
                Arguments.of("mixed-currencies", List.of(MUG, FAN), "currencies", List.of("EUR", "JPY")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedOrders")
    void refusesWhatCantBeSold(String problem, List<String> skus, String member, List<String> value) {
        var items = new JsonArray();
        skus.forEach(sku -> items.add(item(sku, 1)));

        refused(post(order().put("items", items).encode()), 422, problem).body(member, equalTo(value));
    }

    @Test
    void refusesAnotherTotalThanExpected() {
        var expected = new JsonObject().put("amount", "14.89").put("currency", "EUR");

        refused(post(order().put("expectedTotal", expected).encode()), 409, "price-changed")
                .body("total", equalTo(Map.of("amount", "14.90", "currency", "EUR")))
                .body("expectedTotal", equalTo(Map.of("amount", "14.89", "currency", "EUR")));
    }

    @Test
    void refusesABodyOfTwoMegabytes() {
        var wanted = order().put("reference", "x".repeat(2_000_000));

        refused(post(wanted.encode()), 413, "request-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void refusesAnotherContentType(String type) {
        refused(keyed().contentType(type).body(order().encode()).post("/orders"), 415, "unsupported-media-type");
    }

    @Test
    void refusesAnotherAccept() {
        refused(
                keyed().accept("text/html")
                        .contentType("application/json")
                        .body(order().encode())
                        .post("/orders"),
                406,
                "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "\"open", "ä"})
    void refusesAMalformedKey(String key) {
        var response = as(customer)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(order().encode())
                .post("/orders");

        refused(response, 400, "invalid-request").body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void refusesWhoHasNoToken() {
        var response =
                given().contentType("application/json").body(order().encode()).post("/orders");

        refused(response, 401, "unauthenticated").header("WWW-Authenticate", startsWith("Bearer"));
    }

    static Stream<Arguments> badTokens() {
        var token = Tokens.forSubject(WITH_A_BAD_TOKEN).groups("customer");
        return Stream.of(
                Arguments.of("expired", token.expired().mint()),
                Arguments.of("forged", token.forged()),
                Arguments.of("unsigned", token.unsigned()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesABadToken(String what, String token) {
        var response = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(order().encode())
                .post("/orders");

        refused(response, 401, "unauthenticated").header("WWW-Authenticate", containsString("invalid_token"));
        assertThat(rows.of(WITH_A_BAD_TOKEN)).isEqualTo(Traces.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "stranger"})
    void refusesWhoIsNoCustomer(String group) {
        var token = Tokens.forSubject(customer).groups(group).mint();

        var response = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(order().encode())
                .post("/orders");

        refused(response, 403, "forbidden");
    }

    private Response post(String body) {
        return keyed().contentType("application/json").body(body).post("/orders");
    }

    private RequestSpecification keyed() {
        return as(customer).header("Idempotency-Key", "\"refused\"");
    }

    private static ValidatableResponse refused(Response response, int status, String problem) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem))
                .body("status", equalTo(status))
                .body("instance", equalTo("/orders"));
    }
}
