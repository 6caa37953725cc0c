package dev.orderflow.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class ProblemsIT {

    @TestHTTPResource
    URI home;

    private static final String GOOD = "{'items':[{'sku':'A','quantity':1}]}";

    static Stream<Arguments> invalidBodies() {
        return Stream.of(
                Arguments.of("{'items':[{'sku':'A','quantity':1,'price':1}]}", "items[0].price"),
                Arguments.of("{'items':[{'sku':'A','quantity':1}],'total':1}", "total"),
                Arguments.of("{'items':[{'sku':'A','quantity':1.5}]}", "items[0].quantity"),
                Arguments.of("{'items':[{'sku':'A','quantity':1.0}]}", "items[0].quantity"),
                Arguments.of("{'items':[{'sku':'A','quantity':'2'}]}", "items[0].quantity"),
                Arguments.of("{'items':[{'sku':'A','quantity':true}]}", "items[0].quantity"),
                Arguments.of("{'items':[{'sku':'A','quantity':null}]}", "items[0].quantity"),
                Arguments.of("{'items':[{'sku':'A','quantity':1000000000}]}", "items[0].quantity"),
                Arguments.of("{'items':[{'sku':'A','quantity':10000000000}]}", "items[0].quantity"),
                Arguments.of("{'items':[{'sku':'A','quantity':0}]}", "items[0].quantity"),
                Arguments.of("{'items':[{'sku':7,'quantity':1}]}", "items[0].sku"),
                Arguments.of("{'items':[{'sku':'','quantity':1}]}", "items[0].sku"),
                Arguments.of("{'items':[{'sku':'\\u0000','quantity':1}]}", "items[0].sku"),
                Arguments.of("{'items':[{'quantity':1}]}", "items[0].sku"),
                Arguments.of("{'items':[null]}", "items[0]"),
                Arguments.of("{'items':{}}", "items"),
                Arguments.of("{'items':[]}", "items"),
                Arguments.of("{}", "items"),
                Arguments.of("[]", "body"),
                Arguments.of("'text'", "body"),
                Arguments.of("", "body"),
                Arguments.of("null", "body"),
                Arguments.of("{'items':", "body"),
                Arguments.of("{items}", "body"),
                Arguments.of(GOOD + " {}", "body"),
                Arguments.of("{'items':[{'sku':'A','sku':'B','quantity':1}]}", "items[0]"),
                Arguments.of(money("1.5", "EUR"), "expected"),
                Arguments.of(money("1.50", "XXX"), "expected"),
                Arguments.of(money("1e2", "EUR"), "expected.amount"),
                Arguments.of(GOOD.replace("]}", "],'expected':{'amount':1.50,'currency':'EUR'}}"), "expected.amount"),
                Arguments.of(GOOD.replace("]}", "],'expected':{'currency':'EUR'}}"), "expected"),
                Arguments.of(
                        GOOD.replace("]}", "],'expected':{'amount':'1.50','currency':'EUR','x':1}}"), "expected.x"),
                Arguments.of(GOOD.replace("]}", "],'colour':'BLUE'}"), "colour"),
                Arguments.of(GOOD.replace("]}", "],'colour':0}"), "colour"),
                Arguments.of(GOOD.replace("]}", "],'at':'yesterday'}"), "at"));
    }

    @ParameterizedTest
    @MethodSource("invalidBodies")
    void namesTheFieldThatIsWrong(String body, String field) {
        problem(post(body.replace('\'', '"')), 400, "invalid-request")
                .body("errors.field", hasItem(equalTo(field)))
                .body("detail", not(containsString("dev.orderflow")))
                .body("errors.message.join()", not(containsString("dev.orderflow")));
    }

    @Test
    void acceptsWhatIsValid() {
        post(money("129.90", "EUR").replace('\'', '"'))
                .statusCode(200)
                .body("expected.amount", equalTo("129.90"))
                .body("items[0].quantity", equalTo(1));
    }

    @Test
    void namesTheEntryOfAListThatIsWrong() {
        given().contentType("application/json")
                .body("[{\"items\":[{\"sku\":\"A\",\"quantity\":1}]},{\"items\":[{\"sku\":\"A\",\"quantity\":0}]}]")
                .post("/samples/many")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("[1].items[0].quantity"));
    }

    @Test
    void namesTheParameterThatIsWrong() {
        problem(given().get("/samples/limited?size=6").then(), 400, "invalid-request")
                .body("errors[0].field", equalTo("size"));
    }

    @Test
    void saysWhereAndInWhichTraceItHappened() {
        problem(given().get("/samples/fail/business?token=secret").then(), 409, "sold-out")
                .body("title", equalTo("Sold out"))
                .body("detail", equalTo("Two are left"))
                .body("instance", equalTo("/samples/fail/business"))
                .body("shortages", equalTo(java.util.List.of("A")))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void continuesTheCallersTrace() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")
                .get("/samples/fail/business")
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @ParameterizedTest
    @CsvSource({"bug, 500, internal-error", "json, 500, internal-error", "forbidden, 403, forbidden"})
    void neverTellsWhatAnExceptionSays(String how, int status, String type) {
        problem(given().get("/samples/fail/" + how).then(), status, type).body(not(containsString("secret")));
    }

    @Test
    void answersStatusesWithoutAnEntryInTheCatalogue() {
        given().get("/samples/fail/teapot")
                .then()
                .statusCode(418)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body(not(containsString("secret")));
    }

    @Test
    void treatsABrokenPromiseOfOursAsADefect() {
        problem(given().get("/samples/broken-promise").then(), 500, "internal-error");
    }

    @Test
    void asksToRetryWhatFailedInPassing() {
        problem(given().get("/samples/fail/lock-timeout").then(), 503, "unavailable")
                .header("Retry-After", "2");
    }

    @Test
    void refusesTextThatTheDatabaseRefuses() {
        problem(given().get("/samples/fail/nul").then(), 400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({"/nothing", "/samples/page/nothing", "/samples/not-a-uuid", "/q/nothing"})
    void answersUnknownAddresses(String path) {
        problem(given().get(path).then(), 404, "not-found");
    }

    @Test
    void listsTheMethodsThatAnAddressHas() {
        problem(given().put("/samples/0197f1c2-0000-7000-8000-000000000000").then(), 405, "method-not-allowed")
                .header("Allow", "DELETE, GET, HEAD, OPTIONS");
        problem(given().delete("/samples").then(), 405, "method-not-allowed").header("Allow", "OPTIONS, POST");
        problem(given().urlEncodingEnabled(false).delete("/samples;a=b").then(), 405, "method-not-allowed")
                .header("Allow", "OPTIONS, POST");
        problem(given().patch("/problems/gone").then(), 405, "method-not-allowed")
                .header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void refusesMediaTypes() {
        problem(given().accept("image/png").get("/samples/page").then(), 406, "not-acceptable");
        problem(given().contentType("text/plain").body("x").post("/samples").then(), 415, "unsupported-media-type");
    }

    /** It matches no route, so that no route can answer it. */
    @Test
    void refusesARequestWithoutAHost() throws IOException {
        try (var socket = new Socket(home.getHost(), home.getPort())) {
            socket.getOutputStream().write("GET /samples HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes()))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "/problems/invalid-request");
        }
    }

    @Test
    void explainsEachType() {
        given().accept("text/html")
                .get("/problems/sold-out")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("Less than &lt;you&gt; asked"));
        given().get("/problems/invalid-request").then().statusCode(200).body("status", equalTo(400));
        given().get("/problems").then().statusCode(200).body("name", hasItem("sold-out"));
        problem(given().get("/problems/nonsense").then(), 404, "not-found");
    }

    private static String money(String amount, String currency) {
        return GOOD.replace("]}", "],'expected':{'amount':'%s','currency':'%s'}}".formatted(amount, currency));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/samples")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String type) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status));
    }
}
