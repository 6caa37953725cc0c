package dev.orderflow.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request once; twice if its token was refused and there is another one by now. */
final class Sender {

    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHENTICATED = 401;
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final HttpClient http;
    private final Settings settings;

    Sender(HttpClient http, Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    HttpClient http() {
        return http;
    }

    Outcome send(Request request, BodyHandler<InputStream> body) {
        var token = settings.token().get();
        var outcome = send(request, token, body);
        if (isUnauthenticated(outcome)) {
            var renewed = settings.token().get();
            return renewed == null || renewed.equals(token) ? outcome : send(request, renewed, body);
        }
        return outcome;
    }

    private static boolean isUnauthenticated(Outcome outcome) {
        return outcome instanceof Outcome.Refusal(var problem, var comeBack) && problem.status() == UNAUTHENTICATED;
    }

    private Outcome send(Request request, String token, BodyHandler<InputStream> body) {
        try {
            var response = answer(http.sendAsync(http(request, token), body));
            return isSuccess(response.statusCode()) ? new Outcome.Success(response) : refusal(response);
        } catch (IOException e) {
            return new Outcome.Failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(request, e);
        }
    }

    /** A redirect, to somebody's login page for instance, is none. */
    private static boolean isSuccess(int status) {
        return status < 300 || status == NOT_MODIFIED;
    }

    /** HttpRequest's own timeout does not limit how long the body takes. */
    private HttpResponse<InputStream> answer(CompletableFuture<HttpResponse<InputStream>> pending)
            throws IOException, InterruptedException {
        try {
            return pending.get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer within " + settings.timeout());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            pending.cancel(true);
        }
    }

    private HttpRequest http(Request request, String token) {
        var http = HttpRequest.newBuilder(request.address(settings.base(request.service())));
        settings.headers().get().forEach(http::setHeader);
        request.headers().forEach(http::setHeader);
        http.setHeader("Accept", request.operation() == Operations.STREAM_EVENTS ? "text/event-stream" : JSON);
        if (token != null) {
            http.setHeader("Authorization", "Bearer " + token);
        }
        if (request.body() == null) {
            return http.method(request.operation().method(), BodyPublishers.noBody())
                    .build();
        }
        return http.setHeader("Content-Type", contentType(request))
                .method(request.operation().method(), BodyPublishers.ofByteArray(Json.write(request.body())))
                .build();
    }

    private static String contentType(Request request) {
        return request.operation().method().equals("PATCH") ? MERGE_PATCH : JSON;
    }

    private static Outcome refusal(HttpResponse<InputStream> response) throws IOException {
        var comeBack = response.headers().firstValue("Retry-After").flatMap(Sender::seconds);
        var type = response.headers().firstValue("Content-Type").orElse("");
        var problem = type.startsWith("application/problem+json")
                ? problem(response)
                : Problem.unexplained(response.statusCode());
        return new Outcome.Refusal(problem, comeBack);
    }

    private static Problem problem(HttpResponse<InputStream> response) throws IOException {
        try (var body = response.body()) {
            return Json.read(body.readAllBytes(), Problem.class);
        } catch (JsonProcessingException e) {
            return Problem.unexplained(response.statusCode());
        }
    }

    /** The services name seconds; a proxy may name a date, upon which the pauses of the policy count. */
    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }
}
