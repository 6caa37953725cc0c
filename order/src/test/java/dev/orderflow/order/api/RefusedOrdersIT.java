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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.order.api.Rows.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
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
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "order"))
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

    static Stream<Arguments> invalidOrders() {
        return Stream.of(
                bad("a price", order -> order.put("price", "1.00"), "price"),
                bad("a price of an item", quantity(1, item -> item.put("price", "0.01")), "items[0].price"),
                bad("an unknown field of the address", address(to -> to.put("planet", "X")), "shippingAddress.planet"),
                bad("no items", without("items"), "items"),
                bad("an empty list of items", order -> order.put("items", new JsonArray()), "items"),
                bad("items that are null", order -> order.put("items", new JsonArray().addNull()), "items[0]"),
                bad("an item that is a string", order -> order.put("items", new JsonArray().add("x")), "items[0]"),
                bad("101 lines", order -> order.put("items", lines(101)), "items"),
                bad("no sku", quantity(1, item -> remove(item, "sku")), "items[0].sku"),
                bad("a blank sku", quantity(1, item -> item.put("sku", " ")), "items[0].sku"),
                bad("a sku that is a number", quantity(1, item -> item.put("sku", 7)), "items[0].sku"),
                bad("a long sku", quantity(1, item -> item.put("sku", "x".repeat(65))), "items[0].sku"),
                bad("no quantity", quantity(1, item -> remove(item, "quantity")), "items[0].quantity"),
                bad("quantity null", quantity(null), "items[0].quantity"),
                bad("quantity 0", quantity(0), "items[0].quantity"),
                bad("quantity -1", quantity(-1), "items[0].quantity"),
                bad("quantity 10001", quantity(10_001), "items[0].quantity"),
                bad("quantity 10^9", quantity(1_000_000_000), "items[0].quantity"),
                bad("quantity 10^18", quantity(1_000_000_000_000_000_000L), "items[0].quantity"),
                bad("quantity 1.5", quantity(1.5), "items[0].quantity"),
                bad("quantity 1.0", quantity(1.0), "items[0].quantity"),
                bad("a quantity in quotes", quantity("1"), "items[0].quantity"),
                bad("quantity true", quantity(true), "items[0].quantity"),
                bad("no address", without("shippingAddress"), "shippingAddress"),
                bad("an address that is a string", order -> order.put("shippingAddress", "x"), "shippingAddress"),
                bad("no recipient", address(to -> remove(to, "recipient")), "shippingAddress.recipient"),
                bad("no street", address(to -> remove(to, "line1")), "shippingAddress.line1"),
                bad("no city", address(to -> remove(to, "city")), "shippingAddress.city"),
                bad("no postal code", address(to -> remove(to, "postalCode")), "shippingAddress.postalCode"),
                bad("a blank postal code", address(to -> to.put("postalCode", " ")), "shippingAddress.postalCode"),
                bad("a long postal code", address("postalCode", 21), "shippingAddress.postalCode"),
                bad("a long recipient", address("recipient", 201), "shippingAddress.recipient"),
                bad("a long street", address("line1", 201), "shippingAddress.line1"),
                bad("a long second line", address("line2", 201), "shippingAddress.line2"),
                bad("a long city", address("city", 101), "shippingAddress.city"),
                bad("a long region", address("region", 101), "shippingAddress.region"),
                bad("a line break", address(to -> to.put("recipient", "A\r\nBcc: x")), "shippingAddress.recipient"),
                bad("a NUL", address(to -> to.put("recipient", "A\0")), "shippingAddress.recipient"),
                bad("no country", address(to -> remove(to, "country")), "shippingAddress.country"),
                bad("a country of three letters", address(to -> to.put("country", "DEU")), "shippingAddress.country"),
                bad("a country in small letters", address(to -> to.put("country", "de")), "shippingAddress.country"),
                bad("a country that is none", address(to -> to.put("country", "XX")), "shippingAddress.country"),
                bad("no payment", without("payment"), "payment"),
                bad("no payment method", payment(by -> remove(by, "method")), "payment.method"),
                bad("another payment method", payment(by -> by.put("method", "CASH")), "payment.method"),
                bad("no payment token", payment(by -> remove(by, "token")), "payment.token"),
                bad("a long payment token", payment(by -> by.put("token", "x".repeat(256))), "payment.token"),
                bad("a long reference", order -> order.put("reference", "x".repeat(101)), "reference"),
                bad("a reference that is a number", order -> order.put("reference", 7), "reference"),
                bad("a contact without e-mail", contact("phone", "+4930123456"), "contact.email"),
                bad("an e-mail that is none", contact("email", "ada at example.com"), "contact.email"),
                bad("a long e-mail", contact("email", "a@" + "b.".repeat(130) + "de"), "contact.email"),
                bad("a phone that is none", contact("phone", "030 / 123456"), "contact.phone"),
                bad("a locale that is none", contact("locale", "de_DE!"), "contact.locale"),
                bad("a total that is a number", total(14.90, "EUR"), "expectedTotal.amount"),
                bad("a total with too many decimals", total("14.900", "EUR"), "expectedTotal"),
                bad("a total in no currency", total("14.90", "XYZ"), "expectedTotal"),
                bad(
                        "a total without a currency",
                        order -> expected(order, new JsonObject().put("amount", "1.00")),
                        "expectedTotal"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidOrders")
    void refusesAnInvalidOrder(String what, JsonObject order, String field) {
        refused(post(order.encode()), 400, "invalid-request").body("errors.field", hasItem(field));
    }

    @Test
    void namesEveryInvalidField() {
        var wanted = order().put("items", new JsonArray().add(item(MUG, 0))).put("shippingAddress", new JsonObject());

        refused(post(wanted.encode()), 400, "invalid-request")
                .body(
                        "errors.field",
                        equalTo(List.of(
                                "items[0].quantity",
                                "shippingAddress.city",
                                "shippingAddress.country",
                                "shippingAddress.line1",
                                "shippingAddress.postalCode",
                                "shippingAddress.recipient")));
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
        var wanted = order();
        expected(wanted, new JsonObject().put("amount", "14.89").put("currency", "EUR"));

        refused(post(wanted.encode()), 409, "price-changed")
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

    private static Arguments bad(String what, Function<JsonObject, JsonObject> spoil, String field) {
        return Arguments.of(what, spoil.apply(order()), field);
    }

    private static Function<JsonObject, JsonObject> without(String field) {
        return order -> remove(order, field);
    }

    private static Function<JsonObject, JsonObject> quantity(Object quantity) {
        return quantity(quantity, item -> item);
    }

    private static Function<JsonObject, JsonObject> quantity(Object quantity, Function<JsonObject, JsonObject> spoil) {
        return order -> order.put("items", new JsonArray().add(spoil.apply(item(MUG, quantity))));
    }

    private static Function<JsonObject, JsonObject> address(Function<JsonObject, JsonObject> spoil) {
        return order -> order.put("shippingAddress", spoil.apply(Shop.address()));
    }

    private static Function<JsonObject, JsonObject> address(String field, int length) {
        return address(to -> to.put(field, "x".repeat(length)));
    }

    private static Function<JsonObject, JsonObject> payment(Function<JsonObject, JsonObject> spoil) {
        return order -> order.put("payment", spoil.apply(order.getJsonObject("payment")));
    }

    private static Function<JsonObject, JsonObject> contact(String field, String value) {
        var contact = new JsonObject().put(field, value);
        return order -> order.put("contact", contact);
    }

    private static Function<JsonObject, JsonObject> total(Object amount, String currency) {
        return order -> expected(order, new JsonObject().put("amount", amount).put("currency", currency));
    }

    private static JsonObject expected(JsonObject order, JsonObject total) {
        return order.put("expectedTotal", total);
    }

    private static JsonObject remove(JsonObject from, String field) {
        from.remove(field);
        return from;
    }

    private static JsonArray lines(int count) {
        var lines = new JsonArray();
        IntStream.range(0, count).forEach(line -> lines.add(item(MUG, 1)));
        return lines;
    }
}
