package dev.orderflow.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Connections to the services. Each call has one of its own, within the bounds of {@link ConsoleConfig}. */
@Singleton
class Services {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final ConsoleConfig config;
    private final HttpClient client;

    @Inject
    Services(Vertx vertx, ConsoleConfig config) {
        this.config = config;
        this.client = vertx.createHttpClient(options(config), new PoolOptions().setHttp1MaxSize(config.connections()));
    }

    HttpClient client() {
        return client;
    }

    /**
     * A request that is not sent yet, or {@link NotSent}. Once it is, the service may say nothing for {@link
     * ConsoleConfig#patience} before its answer, and about as long within it.
     */
    Future<HttpClientRequest> request(Upstream upstream) {
        return client.request(target(upstream).setIdleTimeout(config.patience().toMillis()))
                .recover(failure -> Future.failedFuture(new NotSent(failure)));
    }

    /** The same for somebody else's call: services compare a page's origin with the host that was asked, the console's. */
    Future<HttpClientRequest> request(Upstream upstream, HttpServerRequest call) {
        var made = request(upstream);
        return call.authority() == null ? made : made.map(request -> request.authority(call.authority()));
    }

    private RequestOptions target(Upstream upstream) {
        URI base = upstream.base(config.upstreams());
        boolean secure = "https".equals(base.getScheme());
        int port = base.getPort() >= 0 ? base.getPort() : secure ? HTTPS : HTTP;
        return new RequestOptions()
                .setHost(base.getHost())
                .setPort(port)
                .setSsl(secure)
                .setConnectTimeout(config.connectTimeout().toMillis());
    }

    private static HttpClientOptions options(ConsoleConfig config) {
        return new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setMaxWaitQueueSize(config.waiting())
                // A request's own bound ends with the head of its answer; until then it is to have its say first.
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(config.patience().plus(A_MOMENT).toMillis()))
                // Pieces of a stream leave at once.
                .setTcpNoDelay(true);
    }
}
