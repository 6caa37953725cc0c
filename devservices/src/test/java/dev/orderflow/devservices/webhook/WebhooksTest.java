package dev.orderflow.devservices.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A receiver with two replicas, as the load balancer before them would call them. */
class WebhooksTest {

    private static final Signature NONE = (url, body) -> Map.of();

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final Replica one = Replica.answering(200);
    private final Replica other = Replica.answering(200);

    @AfterEach
    void close() {
        one.server.stop(0);
        other.server.stop(0);
    }

    @Test
    void goesRoundTheReplicas() {
        Webhooks webhooks = to(Duration.ofHours(1), one.url(), other.url());

        deliver(webhooks, 6);

        assertThat(one.heard).hasSize(3);
        assertThat(other.heard).hasSize(3);
    }

    /** At once: nothing is repeated within this test's time. */
    @Test
    void tellsTheNextWhereNobodyListens() throws IOException {
        Webhooks webhooks = to(Duration.ofHours(1), nobody(), other.url());

        deliver(webhooks, 6);

        assertThat(other.heard).containsExactlyInAnyOrder("e0", "e1", "e2", "e3", "e4", "e5");
    }

    /** It was reached, so it is not for the load balancer to decide. */
    @Test
    void triesLaterWhatAReplicaRefused() {
        Replica broken = Replica.answering(503);
        try {
            Webhooks webhooks = to(Duration.ofMillis(10), broken.url(), other.url());

            deliver(webhooks, 2);

            assertThat(broken.heard).isNotEmpty();
            assertThat(other.heard).containsExactlyInAnyOrder("e0", "e1");
        } finally {
            broken.server.stop(0);
        }
    }

    private Webhooks to(Duration firstPause, String... urls) {
        return new Webhooks(List.of(urls).stream().map(URI::create).toList(), NONE, delivered::add, firstPause);
    }

    private void deliver(Webhooks webhooks, int events) {
        for (int n = 0; n < events; n++) {
            webhooks.deliver("e" + n, "e" + n);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> delivered.size() == events);
    }

    private static String nobody() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return "http://127.0.0.1:" + free.getLocalPort();
        }
    }

    private record Replica(HttpServer server, List<String> heard) {

        static Replica answering(int status) {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
                List<String> heard = new CopyOnWriteArrayList<>();
                server.createContext("/", exchange -> {
                    heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
                server.start();
                return new Replica(server, heard);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }
    }
}
