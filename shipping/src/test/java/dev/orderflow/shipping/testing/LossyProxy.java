package dev.orderflow.shipping.testing;

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
import java.util.concurrent.Executors;

/**
 * Passes calls on to the carrier and, when told to, kills it in the middle of one: before the call reaches it, or after it
 * has acted but before its answer is heard. Or it fails whatever only asks. Told over HTTP, since the tests live in another
 * class loader.
 */
final class LossyProxy {

    static final String CONTROL = "/kill-";
    static final String LOOKS_FAIL = "/looks-fail";
    static final String LOOKS_WORK = "/looks-work";

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final TestParty carrier;
    private volatile String plan = "";
    private volatile boolean looksFail;

    private LossyProxy(HttpServer server, TestParty carrier) {
        this.server = server;
        this.carrier = carrier;
    }

    static LossyProxy before(TestParty carrier) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 100);
            var proxy = new LossyProxy(server, carrier);
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
            } else if (path.equals(LOOKS_FAIL) || path.equals(LOOKS_WORK)) {
                looksFail = path.equals(LOOKS_FAIL);
                exchange.sendResponseHeaders(204, -1);
            } else if (looksFail && exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                pass(exchange, exchange.getRequestMethod() + path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange, String call) throws IOException, InterruptedException {
        var step = call.endsWith("/buy") ? "buy" : call.equals("POST/v2/shipments") ? "create" : "other";
        if (isDue("kill-before-" + step)) {
            carrier.kill();
            return;
        }
        var answer = client.send(copy(exchange), HttpResponse.BodyHandlers.ofByteArray());
        if (isDue("kill-after-" + step)) {
            carrier.kill();
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
                        URI.create(carrier.url() + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), body)
                .header("Content-Type", "application/json");
        var key = exchange.getRequestHeaders().getFirst("Authorization");
        return (key == null ? request : request.header("Authorization", key)).build();
    }
}
