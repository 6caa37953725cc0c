package dev.orderflow.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that answers as it was told, one request after the other; the last answer again and again. */
final class ScriptedService implements AutoCloseable {

    /** What it does with a request. */
    interface Act {

        void play(HttpExchange exchange) throws IOException;
    }

    /** What was asked. */
    record Asked(String method, String target, Headers headers, String body) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Act> acts = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Act last;

    ScriptedService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::play);
        server.start();
    }

    private void play(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        var next = acts.poll();
        last = next == null ? last : next;
        try {
            last.play(exchange);
        } finally {
            exchange.close();
        }
    }

    ScriptedService then(Act act) {
        acts.add(act);
        return this;
    }

    ScriptedService thenAnswer(int status, String json) {
        return then(exchange -> send(exchange, status, "application/json", json));
    }

    ScriptedService thenRefuse(int status, String name) {
        return then(exchange -> send(exchange, status, "application/problem+json", problem(status, name)));
    }

    ScriptedService thenRefuse(int status, String name, int retryAfter) {
        return then(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(retryAfter));
            send(exchange, status, "application/problem+json", problem(status, name));
        });
    }

    /** The request was taken, its answer is lost. */
    ScriptedService thenHangUp() {
        return then(HttpExchange::close);
    }

    static String problem(int status, String name) {
        return """
                {"type":"/problems/%s","title":"Refused","status":%d,"detail":"of secret-detail","traceId":"4bf9",
                 "errors":[{"field":"items[0].sku","message":"must not be blank"}],"missing":[{"sku":"mug"}]}""".formatted(name, status);
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** A client of it that is in a hurry. */
    ClientBuilder client() {
        return OrderflowClient.builder()
                .at(base())
                .token("secret-token")
                .retry(new RetryPolicy(Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(5)));
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
