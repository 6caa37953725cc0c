package dev.orderflow.payment.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orderflow.devservices.testing.TestParty;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Passes calls on to the provider and, when told to, kills it in the middle of one: before the call reaches it, or after
 * it has acted but before its answer is heard. Told over HTTP, since the tests live in another class loader.
 */
final class LossyProxy {

    static final String CONTROL = "/kill-";

    private static final Set<String> PASSED_ON =
            Set.of("authorization", "idempotency-key", "content-type", "stripe-version", "stripe-signature");

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestParty provider;
    private volatile String plan = "";

    private LossyProxy(HttpServer server, TestParty provider) {
        this.server = server;
        this.provider = provider;
    }

    static LossyProxy before(TestParty provider) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 100);
            var proxy = new LossyProxy(server, provider);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", proxy::handle);
            server.start();
            return proxy;
        } catch (IOException e) {
            throw new IllegalStateException("no proxy", e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
        client.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.startsWith(CONTROL)) {
                plan = path.substring(1);
                exchange.sendResponseHeaders(204, -1);
            } else {
                pass(exchange, step(exchange.getRequestMethod(), path));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String step(String method, String path) {
        var last = List.of(path.split("/")).getLast();
        return switch (last) {
            case "confirm", "cancel" -> last;
            case "payment_intents" -> "create";
            case "refunds" -> "refund";
            default -> method;
        };
    }

    private void pass(HttpExchange exchange, String step) throws IOException, InterruptedException {
        if (isDue("kill-before-" + step)) {
            provider.kill();
            return;
        }
        var answer = client.send(copy(exchange), HttpResponse.BodyHandlers.ofByteArray());
        if (isDue("kill-after-" + step)) {
            provider.kill();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    /** Once. */
    private synchronized boolean isDue(String moment) {
        boolean due = plan.equals(moment);
        plan = due ? "" : plan;
        return due;
    }

    private HttpRequest copy(HttpExchange exchange) throws IOException {
        var body =
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes());
        var request = HttpRequest.newBuilder(
                        URI.create(provider.url() + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), body);
        Predicate<String> isPassedOn = name -> PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT));
        exchange.getRequestHeaders().keySet().stream()
                .filter(isPassedOn)
                .forEach(name ->
                        request.header(name, exchange.getRequestHeaders().getFirst(name)));
        return request.build();
    }
}
