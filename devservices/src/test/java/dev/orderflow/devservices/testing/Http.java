package dev.orderflow.devservices.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.devservices.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The plain HTTP client of these tests. */
public record Http(String base, Map<String, String> headers) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** An answer, with its body as JSON. */
    public record Answer(int status, Map<String, java.util.List<String>> headers, JsonNode body) {

        public String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", Map.of());
    }

    public Answer post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body, Map.of());
    }

    public Answer post(String path, String body, String idempotencyKey) throws IOException, InterruptedException {
        return send("POST", path, body, Map.of("Idempotency-Key", idempotencyKey));
    }

    private Answer send(String method, String path, String body, Map<String, String> more)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        more.forEach(request::header);
        HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.headers().map(), Json.read(response.body()));
    }
}
