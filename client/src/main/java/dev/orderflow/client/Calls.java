package dev.orderflow.client;

import dev.orderflow.client.model.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes calls of requests. */
final class Calls {

    private static final int NOT_MODIFIED = 304;

    private final Wire wire;
    private final Background background;

    Calls(Wire wire, Background background) {
        this.wire = wire;
        this.background = background;
    }

    <T> Call<T> of(Operation<T> operation, Request request) {
        return call(request, response -> read(operation, response));
    }

    /** Empty if it is still what the request's {@code If-None-Match} names. */
    <T> Call<Optional<T>> ifChanged(Operation<T> operation, Request request, String etag) {
        return call(
                request.header("If-None-Match", etag),
                response -> response.statusCode() == NOT_MODIFIED
                        ? Optional.empty()
                        : Optional.of(read(operation, response)));
    }

    <T> Listing<T> list(Operation<Page<T>> operation, Request request) {
        return new Listing<>(
                (cursor, limit) -> of(operation, request.query("cursor", cursor).query("limit", limit)));
    }

    <T> Stream<T> stream(Request request, long after, Class<T> event) {
        return new EventSource<>(wire, background, request, after, event).stream();
    }

    <T> Stream<T> live(Request request, Class<T> message) {
        return new LiveSource<>(wire.http(), wire.settings(), request, message).stream();
    }

    private <T> Call<T> call(Request request, Call.Reader<T> reader) {
        return new Call<>(wire, background, request, wire.settings().retry(), reader);
    }

    private static <T> T read(Operation<T> operation, HttpResponse<InputStream> response) throws IOException {
        return operation.answer().hasRawClass(Void.class) ? null : Json.read(response.body(), operation.answer());
    }
}
