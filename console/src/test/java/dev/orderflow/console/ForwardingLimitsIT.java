package dev.orderflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths, methods, bodies and upgrades pass the console; of the others no service hears. */
@QuarkusTest
@QuarkusTestResource(SmallService.class)
class ForwardingLimitsIT extends ForwardingFixture {

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
}
