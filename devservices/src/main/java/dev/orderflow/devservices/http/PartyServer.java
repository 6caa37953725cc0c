package dev.orderflow.devservices.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The HTTP side of an outside party, on the loopback address, one virtual thread per request. */
public final class PartyServer {

    /** What {@link HttpExchange#sendResponseHeaders} takes for a length that is not known yet. */
    private static final int CHUNKED = 0;

    private final Routes routes;
    private final Runnable beforeAnswer;

    private PartyServer(Routes routes, Runnable beforeAnswer) {
        this.routes = routes;
        this.beforeAnswer = beforeAnswer;
    }

    /**
     * Serves until the process ends.
     *
     * @param beforeAnswer runs before each answer is sent: what makes durable what the answer tells
     */
    public static void serve(int port, Routes routes, Runnable beforeAnswer) throws IOException {
        // Otherwise each answer on a kept connection waits 40 ms for the peer's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1_024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new PartyServer(routes, beforeAnswer)::handle);
        server.start();
        System.out.println("listening on 127.0.0.1:" + port);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            beforeAnswer.run();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            switch (answer) {
                case Response response -> send(exchange, response);
                case Listing listing -> send(exchange, listing);
            }
        }
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void send(HttpExchange exchange, Listing listing) throws IOException {
        exchange.sendResponseHeaders(200, CHUNKED);
        try (Stream<?> items = listing.items().get();
                Writer to = new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8)) {
            String separator = "[";
            for (Iterator<?> each = items.iterator(); each.hasNext(); separator = ",") {
                to.append(separator).append(Json.write(each.next()));
            }
            to.append(separator.equals("[") ? "[]" : "]");
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        Optional<Routes.Match> match = routes.find(exchange.getRequestMethod(), path);
        if (match.isEmpty()) {
            return error(404, "unrecognized request: " + exchange.getRequestMethod() + " " + path);
        }
        try {
            return match.get()
                    .handler()
                    .apply(request(exchange, path, match.get().variables(), content));
        } catch (RuntimeException e) {
            e.printStackTrace();
            return error(500, "this party failed; see its log");
        }
    }

    private static Request request(HttpExchange exchange, String path, Map<String, String> variables, byte[] content) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return new Request(exchange.getRequestMethod(), path, variables, Form.parse(query), headers, content);
    }

    private static Response error(int status, String message) {
        return Response.json(status, Map.of("error", Map.of("message", message)));
    }
}
