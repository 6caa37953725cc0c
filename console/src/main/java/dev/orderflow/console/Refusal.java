package dev.orderflow.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** What the console itself answers instead of a service: a problem (RFC 9457), as the services' own refusals are. */
enum Refusal {
    NOT_FORWARDED(
            404,
            "There is no such call",
            "The console forwards the calls of its page and no others. Ask the service itself."),
    BODY_TOO_LARGE(
            413,
            "The body is too large",
            "A body is forwarded up to a size (orderflow.console.max-body). Nothing of it was."),
    LENGTH_REQUIRED(
            411,
            "The body's length is not known",
            "A body is forwarded only if its Content-Length says how long it is."),
    UPSTREAM_AWAY(
            503,
            "The service is away",
            "The service can't be reached, or has more to do than it can take. Ask again after Retry-After; a call with"
                    + " an Idempotency-Key takes effect once, however often it is repeated."),
    UPSTREAM_SILENT(
            504,
            "The service does not answer",
            "The service was reached and has not answered in time (orderflow.console.patience). The call may have taken"
                    + " effect: look, or repeat it with the same Idempotency-Key."),
    UPSTREAM_FAILED(
            502,
            "The service broke off",
            "The service was reached, and its connection ended before its answer. The call may have taken effect: look,"
                    + " or repeat it with the same Idempotency-Key.");

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String RETRY_AFTER_SECONDS = "2";

    private final int status;
    private final String title;
    private final String explanation;

    Refusal(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** What became of a call that failed on its way. */
    static Refusal of(Throwable failure) {
        return switch (failure) {
            // Whatever the reason: one that waited in vain for a connection fails by a timeout too.
            case NotSent _ -> UPSTREAM_AWAY;
            case TimeoutException _ -> UPSTREAM_SILENT;
            default -> UPSTREAM_FAILED;
        };
    }

    static Optional<Refusal> named(String name) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.label().equals(name))
                .findFirst();
    }

    int status() {
        return status;
    }

    String explanation() {
        return title + ". " + explanation;
    }

    /** The detail, where it is a service that has not answered. */
    String detail(Upstream upstream) {
        return upstream.label()
                + switch (this) {
                    case UPSTREAM_SILENT -> " was asked and has not answered in time";
                    case UPSTREAM_FAILED -> " was asked and broke off before its answer";
                    default -> " can't be asked now";
                };
    }

    /** What it says beside its body. */
    Map<String, String> headers() {
        var headers = new HashMap<>(Map.of("Content-Type", MEDIA_TYPE, "Cache-Control", "no-store"));
        if (status == 503) {
            headers.put("Retry-After", RETRY_AFTER_SECONDS);
        }
        return headers;
    }

    /** The problem, of the given call. */
    Buffer body(String path, String detail) {
        return new JsonObject()
                .put("type", "/problems/" + label())
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", path)
                .toBuffer();
    }

    /** Answers with it, in the place of a service. */
    void send(HttpServerResponse response, String path, Upstream upstream) {
        send(response, path, detail(upstream));
    }

    /** Answers with it. */
    void send(HttpServerResponse response, String path, String detail) {
        headers().forEach(response::putHeader);
        response.setStatusCode(status).end(body(path, detail));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
