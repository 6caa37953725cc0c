package dev.orderflow.platform.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service says and takes at its edge, whatever is behind it. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class EdgesIT {

    private static final Duration QUICK = Duration.ofSeconds(10);

    @TestHTTPResource
    URI home;

    @ParameterizedTest
    @CsvSource({
        "/samples/page, 200", "/problems/gone, 200", "/q/health/live, 200", "/q/openapi, 200",
        "/samples/fail/business, 409", "/samples/fail/bug, 500", "/samples/mine, 401", "/nothing, 404",
        "/q/nothing, 404", "/samples/limited?size=6, 400"
    })
    void everyAnswerTellsBrowsersToBeCareful(String path, int status) {
        careful(given().get(path).then().statusCode(status));
    }

    @Test
    void refusalsOfARoleAMethodATypeAndASizeDoSoToo() {
        careful(given().auth()
                .oauth2(Tokens.customer("c-1"))
                .get("/secrets/operators")
                .then()
                .statusCode(403));
        careful(given().delete("/samples").then().statusCode(405));
        careful(given().contentType("text/plain")
                .body("x")
                .post("/samples")
                .then()
                .statusCode(415));
        careful(given().contentType("application/json")
                .body("x".repeat(1_100_000))
                .post("/samples")
                .then()
                .statusCode(413));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example.com", "http://localhost:8081", "null"})
    void trustsNoOtherOrigin(String origin) {
        given().header("Origin", origin)
                .get("/samples/page")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .options("/samples")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue())
                .header("Access-Control-Allow-Headers", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "BREW", "PROPFIND"})
    void knowsNoOtherMethods(String method) throws IOException {
        var answer = raw(method + " /samples/page HTTP/1.1\r\nHost: x\r\nX-Secret: 42\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 (405|501) ").doesNotContain("X-Secret");
    }

    @ParameterizedTest
    @CsvSource({"20000, 1, 431", "100, 300, 431"})
    void takesNoLongHead(int length, int fields, int status) throws IOException {
        var head = new StringBuilder("GET /samples/page HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
        for (int n = 0; n < fields; n++) {
            head.append("X-").append(n).append(": ").append("a".repeat(length)).append("\r\n");
        }

        assertThat(raw(head + "\r\n")).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void takesNoLongAddress() throws IOException {
        assertThat(raw("GET /samples/page?x=" + "a".repeat(9_000)
                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 414 .*");
    }

    /** Two lengths, or a length and chunks, are read by a proxy in one way and by the service in another. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 2\r\nContent-Length: 3\r\n", "Content-Length: -1\r\n", "Content-Length: x\r\n"})
    void takesNoDoubtfulLength(String lengths) throws IOException {
        var answer = raw("POST /samples HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + lengths + "\r\n{}");

        assertThat(answer)
                .satisfiesAnyOf(
                        refused -> assertThat(refused).startsWith("HTTP/1.1 400"),
                        closed -> assertThat(closed).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{\"a\":",
                "{\"items\":[",
            })
    void isNotDrownedInNesting(String open) {
        refusesQuickly(open.repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "0.1e999999999"})
    void isNotBusyWithANumber(String number) {
        refusesQuickly("{\"items\":[{\"sku\":\"A\",\"quantity\":" + number + "}]}");
        refusesQuickly("{\"items\":[{\"sku\":\"A\",\"quantity\":1}],\"expected\":{\"amount\":\"" + number
                + "\",\"currency\":\"EUR\"}}");
    }

    @Test
    void isNotBusyWithManyDigits() {
        refusesQuickly("{\"items\":[{\"sku\":\"A\",\"quantity\":" + "9".repeat(900_000) + "}]}");
    }

    @Test
    void unpacksNothing() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"items\":[{\"sku\":\"A\",\"quantity\":1}]}".getBytes(UTF_8));
        }
        given().contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/samples")
                .then()
                .statusCode(400);
    }

    /** By a client that does not look into the body: REST Assured indents it, to be able to show it. */
    private void refusesQuickly(String body) {
        var request = HttpRequest.newBuilder(home.resolve("/samples"))
                .header("Content-Type", "application/json")
                .timeout(QUICK)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("\"/problems/invalid-request\"");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("not refused within " + QUICK, e);
        }
    }

    private static void careful(ValidatableResponse answer) {
        answer.header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(home.getHost(), home.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
