package dev.orderflow.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A call that can be made, now or in the background. It does not change: executed again it is the same call with the same
 * key, which takes effect once.
 */
public final class Call<T> {

    /** Makes something of a success. */
    interface Reader<T> {

        T read(HttpResponse<InputStream> response) throws IOException;
    }

    private final Wire wire;
    private final Background background;
    private final Request request;
    private final RetryPolicy retry;
    private final Reader<T> reader;

    Call(Wire wire, Background background, Request request, RetryPolicy retry, Reader<T> reader) {
        this.wire = wire;
        this.background = background;
        this.request = request;
        this.retry = retry;
        this.reader = reader;
    }

    /** @throws OrderflowException {@link ProblemException} above all */
    public T execute() {
        return exchange().body();
    }

    /** As {@link #execute}, with the header fields of the answer. */
    public Answer<T> exchange() {
        var response = wire.send(request, retry, Bodies.WHOLE);
        try {
            return new Answer<>(response.statusCode(), response.headers(), reader.read(response));
        } catch (IOException e) {
            throw new UnreadableAnswerException(request, e);
        }
    }

    /** As {@link #execute}, on a virtual thread. Cancelling it ends the waiting; the call may have taken effect. */
    public CompletableFuture<T> executeAsync() {
        return background.run(this::execute);
    }

    /** As {@link #exchange}, on a virtual thread. */
    public CompletableFuture<Answer<T>> exchangeAsync() {
        return background.run(this::exchange);
    }

    /**
     * With a key that outlives this process, the number of a cart for instance.
     *
     * @throws IllegalArgumentException if the operation takes none, or it is not 1 to 255 characters of printable ASCII
     */
    public Call<T> withIdempotencyKey(String key) {
        return with(request.key(key), retry);
    }

    /** With one more header field: {@code traceparent} for instance. */
    public Call<T> withHeader(String name, String value) {
        return with(request.header(name, value), retry);
    }

    /** Tried for longer, or not again. */
    public Call<T> withRetry(RetryPolicy policy) {
        return with(request, policy);
    }

    /** Empty if the operation takes none. */
    public Optional<String> idempotencyKey() {
        return request.idempotencyKey();
    }

    private Call<T> with(Request other, RetryPolicy policy) {
        return new Call<>(wire, background, other, policy, reader);
    }

    /** {@code POST /orders}: not whose and what. */
    @Override
    public String toString() {
        return request.toString();
    }
}
