package dev.orderflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes the console, and how: the call to its service, the answer back. */
@QuarkusTest
@QuarkusTestResource(SmallService.class)
class ForwardingIT extends ForwardingFixture {

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
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/api/payment/admin/dead-letters, 503, /problems/upstream-away, payment can't be asked now",
                "/api/inventory/products, 502, /problems/upstream-failed, inventory was asked and broke off before its"
                        + " answer",
                "/api/shipping/admin/dead-letters, 504, /problems/upstream-silent, shipping was asked and has not"
                        + " answered in time",
                "/api/payment/q/metrics, 503, /problems/upstream-away, payment can't be asked now",
            })
    void saysThatAServiceIsAway(String path, int status, String type, String detail) throws Exception {
        var answer = send(to(path));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("retry-after").isPresent()).isEqualTo(status == 503);
        assertThat(answer.body())
                .contains(
                        "\"type\":\"" + type + "\"", "\"instance\":\"" + path + "\"", "\"detail\":\"" + detail + "\"");
        assertThat(send(to(type)).body()).isNotBlank();
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
}
