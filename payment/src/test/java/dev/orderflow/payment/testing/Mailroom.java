package dev.orderflow.payment.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes the provider's own webhooks in payment's place, and delivers them as a test wants it. */
public final class Mailroom implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> successes = new ConcurrentHashMap<>();

    private Mailroom(HttpServer server) {
        this.server = server;
    }

    public static Mailroom open() {
        try {
            var mailroom =
                    new Mailroom(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 200));
            mailroom.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            mailroom.server.createContext("/", mailroom::take);
            mailroom.server.start();
            return mailroom;
        } catch (IOException e) {
            throw new IllegalStateException("no mailroom", e);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** The provider's own word that it took money for the order. */
    public String success(AnOrder order) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> successes.get(order.id().toString()), body -> body != null);
    }

    /** All of them arrive at the same moment; each is signed, and each must be taken. */
    public List<Integer> deliverAtOnce(URI application, List<String> bodies) {
        var start = new CyclicBarrier(bodies.size());
        try (var couriers = Executors.newVirtualThreadPerTaskExecutor()) {
            return bodies.stream()
                    .map(body -> couriers.submit(() -> deliver(application, body, start)))
                    .toList()
                    .stream()
                    .map(Mailroom::join)
                    .toList();
        }
    }

    private int deliver(URI application, String body, CyclicBarrier start)
            throws IOException, InterruptedException, BrokenBarrierException {
        var request = HttpRequest.newBuilder(application.resolve("/webhooks/payments"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", TheProvider.signature(body, Instant.now()))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        start.await();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var event = JsonPath.from(body);
            if ("payment_intent.succeeded".equals(event.getString("type"))) {
                successes.put(event.getString("data.object.metadata.order"), body);
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static int join(Future<Integer> delivery) {
        try {
            return delivery.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
