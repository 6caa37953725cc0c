package dev.orderflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A WebSocket through the console: both ways, with the origin and the host that the service compares. */
@QuarkusTest
@QuarkusTestResource(SmallService.class)
class WebSocketIT {

    private static final String LIVE = "/api/notification/notifications/live?";
    private static final String TICKET = "ticket=t";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Vertx vertx;
    private WebSocketClient client;

    @TestHTTPResource
    URI console;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
        client = vertx.createWebSocketClient();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void leavesTheServiceToCompareOriginAndHost() throws Exception {
        connect("http://" + console.getAuthority());

        assertThat(heard.poll(20, TimeUnit.SECONDS))
                .isEqualTo(
                        "/notifications/live?ticket=t " + console.getAuthority() + " http://" + console.getAuthority());
    }

    @Test
    void carriesBothWays() throws Exception {
        var socket = connect("http://" + console.getAuthority());
        heard.poll(20, TimeUnit.SECONDS);

        socket.writeTextMessage("hello");

        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("hello");
    }

    @Test
    void handsOverARefusal() {
        assertThatThrownBy(() -> connect("https://elsewhere.example"))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        UpgradeRejectedException.class,
                        refused -> assertThat(refused.getStatus()).isEqualTo(403));
    }

    @Test
    @Timeout(20)
    void waitsNoLongerForAHandshakeThanForAnAnswer() {
        assertThatThrownBy(() -> connect("http://" + console.getAuthority(), SmallService.UNHEARD))
                .cause()
                .isInstanceOfSatisfying(UpgradeRejectedException.class, refused -> {
                    assertThat(refused.getStatus()).isEqualTo(504);
                    assertThat(refused.getHeaders().get("Content-Type")).isEqualTo("application/problem+json");
                    assertThat(refused.getBody().toString()).contains("/problems/upstream-silent");
                });
    }

    @Test
    @Timeout(20)
    void endsWhenNothingIsSaidAnyMore() throws Exception {
        var ended = new CountDownLatch(1);

        connect("http://" + console.getAuthority()).closeHandler(_ -> ended.countDown());

        assertThat(ended.await(15, TimeUnit.SECONDS))
                .as("a service that is gone without a word, which pinged while it was there")
                .isTrue();
    }

    private WebSocket connect(String origin) {
        return connect(origin, TICKET);
    }

    private WebSocket connect(String origin, String query) {
        var options = new WebSocketConnectOptions()
                .setHost(console.getHost())
                .setPort(console.getPort())
                .setURI(LIVE + query)
                .putHeader("Origin", origin);
        var connected = client.connect(options).onSuccess(socket -> socket.textMessageHandler(heard::add));
        return connected.toCompletionStage().toCompletableFuture().join();
    }
}
