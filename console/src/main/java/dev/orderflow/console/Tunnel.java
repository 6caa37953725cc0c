package dev.orderflow.console;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpClientConnection;
import io.vertx.core.net.NetSocket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Makes a WebSocket of a call if its service does, and carries bytes both ways from then on, in order. What one side does not
 * take is not read from the other either, so that a slow one costs the buffers of its sockets and no more. Ends with either
 * side, or when nothing has come or gone for {@link ConsoleConfig#patience}.
 */
@Singleton
class Tunnel {

    private static final Logger LOG = Logger.getLogger(Tunnel.class);
    private static final int SWITCHING_PROTOCOLS = 101;

    private final Services services;

    @Inject
    Tunnel(Services services) {
        this.services = services;
    }

    /**
     * Answers with what the service does, a WebSocket or its refusal, or with the console's own within the bounds of every
     * call.
     *
     * @param uri as the service has it
     */
    void open(HttpServerRequest request, Upstream upstream, String uri) {
        services.request(upstream, request)
                .compose(handshake -> ask(handshake, request, uri))
                .compose(answer -> follow(answer, request))
                .onFailure(failure -> Refusal.of(failure).send(request.response(), request.path(), upstream));
    }

    private static Future<HttpClientResponse> ask(HttpClientRequest handshake, HttpServerRequest request, String uri) {
        handshake.setMethod(HttpMethod.GET).setURI(uri);
        handshake.headers().addAll(request.headers()).remove(HttpHeaders.HOST);
        // What becomes of it is told by its answer, and then by the socket.
        handshake.exceptionHandler(failure ->
                LOG.debugf("%s: %s", request.path(), failure.getClass().getName()));
        return handshake.connect();
    }

    private static Future<Void> follow(HttpClientResponse answer, HttpServerRequest request) {
        if (answer.statusCode() == SWITCHING_PROTOCOLS) {
            join(answer, request);
            return Future.succeededFuture();
        }
        // Vert.x takes no connection back that was to become a tunnel: refused handshakes would use them all up.
        return Verdict.of(answer)
                .onComplete(_ -> answer.request().connection().close())
                .onSuccess(verdict -> verdict.handOver(request.response()))
                .mapEmpty();
    }

    private static void join(HttpClientResponse answer, HttpServerRequest request) {
        // Its first words may be here before the browser is.
        answer.pause();
        request.response().headers().addAll(answer.headers());
        request.toNetSocket()
                .onSuccess(browser -> carry(browser, answer))
                .onFailure(_ -> answer.request().connection().close());
    }

    private static void carry(NetSocket browser, HttpClientResponse answer) {
        var connection = (HttpClientConnection) answer.request().connection();
        browser.closeHandler(_ -> connection.close());
        hand(browser, connection.channel());
        // Fails at the first write to a browser that had gone before there was anything to hear of it.
        answer.netSocket().pipeTo(browser).onComplete(_ -> connection.close());
    }

    /**
     * One piece at a time. A pipe would not do: the socket that Vert.x makes of a client's connection never says that its
     * queue is full, nor that something is written.
     */
    private static void hand(NetSocket browser, Channel service) {
        var context = Vertx.currentContext();
        browser.handler(piece -> {
            browser.pause();
            service.writeAndFlush(Unpooled.wrappedBuffer(piece.getBytes()))
                    .addListener(_ -> context.runOnContext(_ -> browser.resume()));
        });
    }
}
