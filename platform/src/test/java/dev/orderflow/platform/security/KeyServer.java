package dev.orderflow.platform.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orderflow.devservices.testing.QuarkusParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An issuer whose keys change while the application runs. A test is its {@link Issuer}, and tells it over HTTP: the two live in
 * different class loaders.
 */
public class KeyServer extends QuarkusParts {

    private final AtomicInteger fetches = new AtomicInteger();
    private final Map<String, String> settings = new HashMap<>();
    private volatile byte[] published = {};
    private volatile int status = 200;
    private HttpServer server;

    /** {@code provider}: configured as docs/security.md says, but for the address of the keys. */
    @Override
    public void init(Map<String, String> initArgs) {
        super.init(Map.of("database", "platform"));
        if (initArgs.containsKey("provider")) {
            settings.putAll(ProviderSettings.of(initArgs.get("provider")));
        }
    }

    @Override
    public Map<String, String> start() {
        var properties = new HashMap<>(super.start());
        properties.putAll(settings);
        properties.put("mp.jwt.verify.publickey.location", serve() + Issuer.KEYS);
        return properties;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private String serve() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(Issuer.KEYS, this::answer);
        server.createContext(
                Issuer.FETCHES,
                exchange -> send(exchange, 200, Integer.toString(fetches.get()).getBytes()));
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            published = exchange.getRequestBody().readAllBytes();
            status = Integer.parseInt(exchange.getRequestHeaders().getFirst(Issuer.STATUS));
            send(exchange, 204, new byte[0]);
        } else {
            fetches.incrementAndGet();
            // The shortest that there is: what a verifier may keep is seen to end.
            exchange.getResponseHeaders().set("Cache-Control", "max-age=1");
            send(exchange, status, published);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
