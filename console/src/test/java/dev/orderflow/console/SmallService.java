package dev.orderflow.console;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** A real HTTP server in the place of the services, and two places where there is none or a bad one. */
public final class SmallService implements QuarkusTestResourceLifecycleManager {

    static final String OPERATOR = "Bearer operator";

    /** Its handshake is heard and never answered. */
    static final String UNHEARD = "ticket=unheard";

    /** Sends what is more than anybody's buffers hold. */
    static final String FLOOD = "ticket=flood";

    /** Takes nothing before it is told to. */
    static final String DAM = "ticket=dam";

    /** What arrived. */
    record Seen(String method, String uri, Map<String, String> headers, String body) {}

    static final BlockingQueue<Seen> SEEN = new LinkedBlockingQueue<>();

    /** Counted down by who wants the second piece of a stream. */
    static volatile CountDownLatch firstPieceArrived = new CountDownLatch(1);

    static volatile CountDownLatch streamEnded = new CountDownLatch(1);

    private final Vertx vertx = Vertx.vertx();
    private String patience = "2s";

    /** @param arguments {@code patience}, of the console with this service */
    @Override
    public void init(Map<String, String> arguments) {
        patience = arguments.getOrDefault("patience", patience);
    }

    @Override
    public Map<String, String> start() {
        // Quarkus turns WebSockets off for the whole JVM at the start of an application that has none, unless somebody
        // has
        // decided. The service of the next application would be one without, too.
        System.setProperty("vertx.disableWebsockets", "false");
        HttpServer good = await(vertx.createHttpServer()
                .requestHandler(SmallService::answer)
                .webSocketHandshakeHandler(SmallService::meet)
                .webSocketHandler(SmallService::talk)
                .listen(0, "localhost"));
        NetServer rude = await(vertx.createNetServer()
                .connectHandler(socket -> socket.handler(request -> socket.close()))
                .listen(0, "localhost"));
        NetServer mute =
                await(vertx.createNetServer().connectHandler(NetSocket::resume).listen(0, "localhost"));
        var services = new HashMap<String, String>();
        services.put("order", "http://localhost:" + good.actualPort());
        services.put("notification", "http://localhost:" + good.actualPort());
        services.put("inventory", "http://localhost:" + rude.actualPort());
        services.put("shipping", "http://localhost:" + mute.actualPort());
        services.put("payment", "http://localhost:" + freePort());
        var properties = new HashMap<String, String>();
        services.forEach((name, url) -> properties.put("orderflow.console.upstreams." + name, url));
        properties.put("orderflow.console.patience", patience);
        return properties;
    }

    @Override
    public void stop() {
        await(vertx.close());
    }

    private static void meet(ServerWebSocketHandshake handshake) {
        if ("https://elsewhere.example".equals(handshake.headers().get("Origin"))) {
            handshake.reject(403);
        } else if (!UNHEARD.equals(handshake.query())) {
            handshake.accept();
        }
    }

    private static void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var headers = new HashMap<String, String>();
            request.headers().forEach((name, value) -> headers.put(name.toLowerCase(), value));
            SEEN.add(new Seen(request.method().name(), request.uri(), headers, body.toString()));
            switch (request.path()) {
                case "/orders/streaming/events" -> stream(request);
                case "/orders/silent/events" -> begin(request);
                case "/admin/channels" -> admit(request);
                case "/q/metrics" -> request.response().end("orderflow_tasks 1\n");
                default ->
                    request.response()
                            .setStatusCode(201)
                            .putHeader("Location", "/orders/1")
                            .putHeader("X-Hop", "for the console only")
                            .putHeader("Connection", "X-Hop")
                            .putHeader("ETag", "\"1\"")
                            .end("{\"id\":1}");
            }
        });
    }

    private static void admit(HttpServerRequest request) {
        if (OPERATOR.equals(request.getHeader("Authorization"))) {
            request.response().end("{\"items\":[]}");
        } else {
            request.response()
                    .setStatusCode(403)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{\"status\":403}");
        }
    }

    /** A second piece when the first has arrived, and then one now and then, until nobody takes them. */
    private static void stream(HttpServerRequest request) {
        var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        response.exceptionHandler(gone -> streamEnded.countDown());
        response.closeHandler(gone -> streamEnded.countDown());
        response.write("id: 1\n\n");
        var vertx = io.vertx.core.Vertx.currentContext().owner();
        vertx.setPeriodic(50, timer -> {
            if (streamEnded.getCount() == 0) {
                vertx.cancelTimer(timer);
            } else if (firstPieceArrived.getCount() == 0) {
                response.write("id: 2\n\n");
            }
        });
    }

    /** And says no more. */
    private static void begin(HttpServerRequest request) {
        request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .write("id: 1\n\n");
    }

    private static void talk(ServerWebSocket socket) {
        switch (socket.query()) {
            case FLOOD -> Flood.send(socket);
            case DAM -> Flood.hold(socket);
            default -> echo(socket);
        }
    }

    private static void echo(ServerWebSocket socket) {
        socket.writeTextMessage(socket.uri() + " " + socket.headers().get("Host") + " "
                + socket.headers().get("Origin"));
        socket.textMessageHandler(socket::writeTextMessage);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
