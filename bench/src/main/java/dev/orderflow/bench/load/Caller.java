package dev.orderflow.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls services over connections that are kept open, all on one event loop, so that what is measured has most of the
 * machine for itself.
 */
public final class Caller implements AutoCloseable {

    private static final long TIMEOUT_MILLIS = 30_000;

    private final Vertx vertx;
    private final HttpClient client;

    /** @param connections at most, to each service */
    public Caller(int connections) {
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setBlockedThreadCheckInterval(TIMEOUT_MILLIS));
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(-1));
    }

    Vertx vertx() {
        return vertx;
    }

    /** Fails if no whole answer has come within half a minute. */
    public Future<Answer> call(Request request) {
        if (Vertx.currentContext() != null) {
            return exchange(request);
        }
        // In any other thread an answer could be there, and gone, before anybody has asked for its body.
        var answered = Promise.<Answer>promise();
        vertx.runOnContext(_ -> exchange(request).onComplete(answered));
        return answered.future();
    }

    private Future<Answer> exchange(Request request) {
        var options = new RequestOptions()
                .setMethod(request.method())
                .setAbsoluteURI(request.url())
                .setTimeout(TIMEOUT_MILLIS);
        request.headers().forEach(options::addHeader);
        return client.request(options).compose(call -> send(call, request)).compose(Caller::answer);
    }

    private static Future<HttpClientResponse> send(HttpClientRequest call, Request request) {
        return request.body() == null ? call.send() : call.send(request.body());
    }

    private static Future<Answer> answer(HttpClientResponse response) {
        return response.body()
                .map(body -> new Answer(response.statusCode(), response.getHeader(HttpHeaders.LOCATION), body));
    }

    /** For what is set up or looked at, in a thread that may wait. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.MINUTES);
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a call failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
