package dev.orderflow.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The messages of one WebSocket, until it ends. Read by one thread, closed by any. */
final class LiveSource<T> extends AbstractSpliterator<T> {

    private final Request request;
    private final Class<T> type;
    private final Messages messages = new Messages();
    private final WebSocket socket;

    /** @throws OrderflowException if it can't be opened */
    LiveSource(HttpClient http, Settings settings, Request request, Class<T> type) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.request = request;
        this.type = type;
        this.socket = open(http, settings);
    }

    private WebSocket open(HttpClient http, Settings settings) {
        var builder = http.newWebSocketBuilder().connectTimeout(settings.timeout());
        Optional.ofNullable(settings.token().get())
                .ifPresent(token -> builder.header("Authorization", "Bearer " + token));
        settings.headers().get().forEach(builder::header);
        var address = request.address(settings.base(request.service())).toString();
        try {
            return builder.buildAsync(URI.create(address.replaceFirst("^http", "ws")), messages)
                    .join();
        } catch (CompletionException e) {
            throw failure(e.getCause());
        }
    }

    private OrderflowException failure(Throwable cause) {
        return cause instanceof WebSocketHandshakeException refused
                ? new ProblemException(
                        request, Problem.unexplained(refused.getResponse().statusCode()), Optional.empty())
                : new NoAnswerException(request, cause);
    }

    Stream<T> stream() {
        return StreamSupport.stream(this, false).onClose(this::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        try {
            var message = messages.next();
            message.ifPresent(found -> action.accept(read(found)));
            return message.isPresent();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new NoAnswerException(request, e);
        }
    }

    private T read(String message) {
        try {
            return Json.read(message, type);
        } catch (IOException e) {
            throw new UnreadableAnswerException(request, e);
        }
    }

    private void close() {
        socket.abort();
        messages.end();
    }
}
