package dev.orderflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls as a browser makes them, against a real server behind the console. */
@QuarkusTest
@QuarkusTestResource(SmallService.class)
class ForwardingIT {

    private static final int SECONDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource
    URI console;

    @BeforeEach
    void forget() {
        SmallService.SEEN.clear();
        SmallService.firstPieceArrived = new CountDownLatch(1);
        SmallService.streamEnded = new CountDownLatch(1);
    }

    @Test
    void handsOverTheCall() throws Exception {
        send(to("/api/order/orders?limit=2")
                .POST(BodyPublishers.ofString("{\"items\":[]}"))
                .header("Authorization", "Bearer alice")
                .header("Idempotency-Key", "cart-1"));

        var seen = SmallService.SEEN.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.uri()).isEqualTo("/orders?limit=2");
        assertThat(seen.body()).isEqualTo("{\"items\":[]}");
        assertThat(seen.headers())
                .containsEntry("authorization", "Bearer alice")
                .containsEntry("idempotency-key", "cart-1")
                .containsEntry("host", console.getAuthority());
    }

    @Test
    void handsOverTheAnswer() throws Exception {
        var answer = send(to("/api/order/orders").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"id\":1}");
        assertThat(answer.headers().firstValue("etag")).contains("\"1\"");
        assertThat(answer.headers().firstValue("location")).contains("/api/order/orders/1");
        assertThat(answer.headers().firstValue("content-security-policy"))
                .as("what the service says of its own answers")
                .isEmpty();
    }

    @Test
    void keepsToItselfWhatIsForTheNextHop() throws Exception {
        var answer = raw("GET /api/order/orders HTTP/1.1\r\nHost: " + console.getAuthority()
                + "\r\nConnection: X-Secret, close\r\nX-Secret: 1\r\nKeep-Alive: 5\r\nTE: trailers\r\n\r\n");

        var seen = SmallService.SEEN.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(seen.headers()).doesNotContainKeys("x-secret", "keep-alive", "te");
        assertThat(answer).startsWith("HTTP/1.1 201").doesNotContainIgnoringCase("x-hop");
    }

    @Test
    void tellsWhoAsksAndBelievesNobodyAboutIt() throws Exception {
        send(to("/api/order/orders")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=203.0.113.9")
                .header("Cookie", "session=1"));

        var seen = SmallService.SEEN.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(seen.headers())
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-proto", "http")
                .containsEntry("x-forwarded-host", console.getAuthority())
                .doesNotContainKeys("forwarded", "cookie");
    }

    @Test
    void passesEachPieceOfAStreamOnAsItComes() throws Exception {
        var answer = http.send(to("/api/order/orders/streaming/events?ticket=t").build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body()))) {
            assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream");
            assertThat(lines.readLine()).isEqualTo("id: 1");
            assertThat(lines.readLine()).isEmpty();

            SmallService.firstPieceArrived.countDown();

            assertThat(lines.readLine()).isEqualTo("id: 2");
        }
        assertThat(SmallService.streamEnded.await(SECONDS, TimeUnit.SECONDS))
                .as("nobody is written to whose reader has left")
                .isTrue();
    }

    @Test
    @Timeout(SECONDS)
    void breaksOffAnAnswerWithinWhichAServiceFallsSilent() throws Exception {
        var answer = http.send(to("/api/order/orders/silent/events").build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body()))) {
            assertThat(lines.readLine()).isEqualTo("id: 1");
            assertThat(lines.readLine()).isEmpty();

            assertThatThrownBy(lines::readLine).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/payment/admin/dead-letters, 503, /problems/upstream-away",
        "/api/inventory/products, 502, /problems/upstream-failed",
        "/api/shipping/admin/dead-letters, 504, /problems/upstream-silent",
        "/api/payment/q/metrics, 503, /problems/upstream-away",
    })
    void saysThatAServiceIsAway(String path, int status, String type) throws Exception {
        var answer = send(to(path));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("retry-after").isPresent()).isEqualTo(status == 503);
        assertThat(answer.body()).contains("\"type\":\"" + type + "\"", "\"instance\":\"" + path + "\"");
        assertThat(send(to(type)).body()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/order/admin/audit",
                "/api/order/q/openapi",
                "/api/order/orders/1/../../admin/audit",
                "/api/order/orders/%2e%2e/admin/audit",
                "/api/order/orders/..%2fadmin%2faudit",
                "/api/order/orders/1%5c..",
                "/api/elsewhere/orders",
                "/api/analytics/internal/figures",
                "/api/",
            })
    void forwardsNothingElse(String path) throws Exception {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + console.getAuthority() + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("/problems/not-forwarded");
        assertThat(SmallService.SEEN).isEmpty();
    }

    @Test
    void forwardsNoOtherMethod() throws Exception {
        var answer = send(to("/api/order/orders").DELETE());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(SmallService.SEEN).isEmpty();
    }

    @Test
    void forwardsNoLargeBody() throws Exception {
        var answer = send(to("/api/order/orders").POST(BodyPublishers.ofByteArray(new byte[(1 << 20) + 1])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/body-too-large");
        assertThat(SmallService.SEEN).isEmpty();
    }

    @Test
    void forwardsABodyOfTheLargestSize() throws Exception {
        var body = "x".repeat(1 << 20);

        assertThat(send(to("/api/order/orders").POST(BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(201);
        assertThat(SmallService.SEEN.poll(SECONDS, TimeUnit.SECONDS).body()).isEqualTo(body);
    }

    @Test
    void forwardsNoBodyOfUnknownSize() throws Exception {
        var answer = raw("POST /api/order/orders HTTP/1.1\r\nHost: " + console.getAuthority()
                + "\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 411").contains("/problems/length-required");
        assertThat(SmallService.SEEN).isEmpty();
    }

    @Test
    void makesATunnelOfNothingButWebSockets() throws Exception {
        var upgrade = " HTTP/1.1\r\nHost: " + console.getAuthority()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

        assertThat(raw("GET /api/order/orders" + upgrade)).startsWith("HTTP/1.1 201");
        assertThat(SmallService.SEEN.poll(SECONDS, TimeUnit.SECONDS).headers()).doesNotContainKeys("upgrade");
        assertThat(raw("GET /api/shipping/admin/dead-letters" + upgrade))
                .startsWith("HTTP/1.1 504")
                .contains("/problems/upstream-silent");
    }

    @Test
    void showsMetricsToWhomTheServiceTakesForAnOperator() throws Exception {
        var operator = send(to("/api/order/q/metrics").header("Authorization", SmallService.OPERATOR));
        var customer = send(to("/api/order/q/metrics").header("Authorization", "Bearer alice"));

        assertThat(operator.body()).isEqualTo("orderflow_tasks 1\n");
        assertThat(customer.statusCode()).isEqualTo(403);
        assertThat(customer.body()).isEqualTo("{\"status\":403}");
        assertThat(customer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(console.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** As no well-behaved client writes it; up to the end of what comes within a moment. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket(console.getHost(), console.getPort())) {
            socket.setSoTimeout(SECONDS * 1000);
            socket.getOutputStream().write(request.getBytes());
            var answer = new StringBuilder();
            var bytes = new byte[8192];
            int read = socket.getInputStream().read(bytes);
            while (read > 0
                    && !answer.append(new String(bytes, 0, read)).toString().contains("}")) {
                read = socket.getInputStream().read(bytes);
            }
            return answer.toString();
        }
    }
}
