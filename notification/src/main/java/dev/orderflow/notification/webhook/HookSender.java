package dev.orderflow.notification.webhook;

import dev.orderflow.notification.domain.HookAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Posts to endpoints that anybody may have set up: follows no redirect, tells nothing of our traces, connects to the
 * address that was checked while certificate and Host are the name's, and reads no more of an answer than its head.
 */
@Singleton
class HookSender {

    private static final int SHORT_BODY = 16 * 1024;
    private static final long BODY_PATIENCE_MILLIS = 2000;

    private final Vertx vertx;
    private final Destinations destinations;
    private final HttpClient client;
    private final long timeout;

    @Inject
    HookSender(Vertx vertx, Destinations destinations, WebhookConfig config) {
        this.vertx = vertx;
        this.destinations = destinations;
        this.timeout = config.timeout().toMillis();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setMaxPoolSize(config.atOnce())
                .setConnectTimeout((int) timeout)
                .setKeepAliveTimeout(30));
    }

    /** Answers the status; fails if there was none in time. */
    Uni<Integer> post(HookAddress to, MultiMap headers, Buffer body) {
        return Uni.createFrom()
                .completionStage(() -> destinations
                        .of(to)
                        .compose(server -> client.request(options(to, server, headers)))
                        .compose(request -> request.send(body).map(response -> status(request, response)))
                        .toCompletionStage());
    }

    private RequestOptions options(HookAddress to, SocketAddress server, MultiMap headers) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(server)
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.isTls())
                .setURI(to.target())
                .setFollowRedirects(false)
                .setHeaders(headers)
                .setTimeout(timeout);
    }

    /** The rest of a short answer is let through, so that its connection can be used again; a long one is cut off. */
    private int status(HttpClientRequest request, HttpClientResponse response) {
        long timer = vertx.setTimer(BODY_PATIENCE_MILLIS, late -> request.reset());
        var read = new int[1];
        response.handler(part -> {
            read[0] += part.length();
            if (read[0] > SHORT_BODY) {
                request.reset();
            }
        });
        Future<Void> over = response.end();
        over.onComplete(ended -> vertx.cancelTimer(timer));
        return response.statusCode();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
