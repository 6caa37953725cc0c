package dev.orderflow.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients who send the head of a request and never its body, as many as are served at once. */
@QuarkusTest
@TestProfile(ConfiguredEdgesIT.BehindAProxy.class)
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class CrowdIT {

    static final int AT_ONCE = 4;
    static final Duration BODY_PATIENCE = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource("/samples")
    URI samples;

    private final Deque<Socket> idlers = new ArrayDeque<>();

    @AfterEach
    void sendThemAway() throws IOException {
        for (var idler : idlers) {
            idler.close();
        }
    }

    @Test
    void tellsWhoComesTooManyToComeBackAndServesHimThen() {
        awaitRefusal();
        given().get("/q/health/live").then().statusCode(200);

        await("the end of their time").atMost(PATIENCE).until(() -> page() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/../samples/page", "/q/%2e%2e/samples/page"})
    void letsNobodyPassInDisguise(String path) {
        await("a refusal").atMost(PATIENCE).untilAsserted(() -> {
            crowd();
            assertThat(answerTo("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n\r\n"))
                    .startsWith("HTTP/1.1 503");
        });
    }

    /** Before their time has ended; on a slow machine it may end first, and then it is tried again. */
    @Test
    void givesThePlacesBackOfThoseWhoLeave() {
        await("places that were given back").atMost(PATIENCE).until(() -> {
            awaitRefusal();
            long began = System.nanoTime();
            sendThemAway();
            await().atMost(PATIENCE).until(() -> page() == 200);
            return System.nanoTime() - began < BODY_PATIENCE.toNanos() / 2;
        });
    }

    @Test
    void endsARequestWhoseBodyDoesNotArrive() throws IOException {
        var idler = idler();

        var answer = new String(idler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(answer).startsWith("HTTP/1.1 408").contains("/problems/request-timeout");
    }

    /** On a slow machine the time of the first has ended when the last comes: then it is tried again. */
    private void awaitRefusal() {
        await("a refusal").atMost(PATIENCE).untilAsserted(() -> {
            crowd();
            given().header("Origin", "https://shop.example.com")
                    .get("/samples/page")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("2"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Access-Control-Allow-Origin", equalTo("https://shop.example.com"))
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/unavailable"));
        });
    }

    private static int page() {
        return given().get("/samples/page").statusCode();
    }

    private void crowd() throws IOException {
        for (int n = 0; n < AT_ONCE; n++) {
            idlers.add(idler());
        }
    }

    private Socket idler() throws IOException {
        return sending("""
                POST /samples HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: 100\r
                \r
                {""");
    }

    private String answerTo(String request) throws IOException {
        try (var socket = sending(request)) {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    private Socket sending(String request) throws IOException {
        var socket = new Socket(samples.getHost(), samples.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
