package dev.orderflow.payment.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * Passes calls on to the provider and, when told to, kills it in the middle of one (before the call reaches it, or after
 * it has acted but before its answer is heard), keeps answers back, refuses in its name or alters what is asked of it.
 * Told over HTTP, since the tests live in another class loader.
 */
final class LossyProxy {

    static final String CONTROL = "/disturb/";

    private static final String REFUSAL =
            "{\"error\": {\"type\": \"invalid_request_error\", \"code\": \"balance_insufficient\"}}";

    private static final Set<String> PASSED_ON =
            Set.of("authorization", "idempotency-key", "content-type", "stripe-version", "stripe-signature");

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestParty provider;
    private final Disturbances disturbances = new Disturbances();

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
                control(exchange, path.substring(CONTROL.length()));
            } else {
                pass(exchange, step(exchange.getRequestMethod(), path));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String step(String method, String path) {
        var last = List.of(path.split("/")).getLast();
        if (!method.equals("POST")) {
            return method;
        }
        return switch (last) {
            case "confirm", "cancel" -> last;
            case "payment_intents" -> "create";
            case "refunds" -> "refund";
            default -> method;
        };
    }

    /** Answers how many calls there were so far. */
    private void control(HttpExchange exchange, String command) throws IOException {
        if (!command.equals("count")) {
            disturbances.order(command);
        }
        answer(exchange, 200, Integer.toString(disturbances.calls()).getBytes(UTF_8));
    }

    private void pass(HttpExchange exchange, String step) throws IOException, InterruptedException {
        var request = copy(exchange, step);
        if (disturbances.refuses(step)) {
            answer(exchange, 400, REFUSAL.getBytes(UTF_8));
            return;
        }
        if (disturbances.isDeadly("before-" + step)) {
            provider.kill();
            return;
        }
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (disturbances.isDeadly("after-" + step)) {
            provider.kill();
            return;
        }
        disturbances.holdBack(step);
        answer(exchange, answer.statusCode(), answer.body());
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private HttpRequest copy(HttpExchange exchange, String step) throws IOException {
        var body = HttpRequest.BodyPublishers.ofByteArray(
                disturbances.body(step, exchange.getRequestBody().readAllBytes()));
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
