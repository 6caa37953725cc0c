package dev.orderflow.devservices.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * A service's HTTP API, called by one bearer. A connection that fails is a {@link PartFailed}; a status never is.
 *
 * @param base its URL, without a slash at the end
 */
public record Api(String base, String token) {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** An answer; the body is a missing node if it is no JSON. */
    public record Answer(int status, JsonNode body) {

        /** This answer, if it tells of success. */
        public Answer orFail(String otherwise) {
            if (status / 100 != 2) {
                throw new PartFailed(
                        otherwise + ": " + status + " " + body.path("title").asText(body.toString()) + " "
                                + body.path("detail").asText(""));
            }
            return this;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer put(String path, JsonNode body) {
        return send(request(path).PUT(BodyPublishers.ofString(body.toString())));
    }

    public Answer post(String path, JsonNode body, String idempotencyKey) {
        return send(request(path)
                .header("Idempotency-Key", '"' + idempotencyKey + '"')
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Without a body. */
    public Answer post(String path, String idempotencyKey) {
        return send(request(path)
                .header("Idempotency-Key", '"' + idempotencyKey + '"')
                .POST(BodyPublishers.noBody()));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), Json.readOrMissing(response.body()));
        } catch (IOException e) {
            throw new PartFailed(request.method() + " " + request.uri() + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted at " + request.uri(), e);
        }
    }
}
