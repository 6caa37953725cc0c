package dev.orderflow.devservices.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.devservices.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The operations that a service's served OpenAPI names ({@code GET /orders/{id}}), each of which can be called. */
final class Operations implements AutoCloseable {

    /** No body that any operation takes: a call that is let in goes no further than this. */
    private static final String NO_BODY = "{";

    /** An id, a sku and a name of nothing. */
    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final Map<String, JsonNode> operations = new TreeMap<>();

    private Operations(URI service) {
        this.service = service;
    }

    static Operations of(URI service) {
        var served = new Operations(service);
        var document = served.send(HttpRequest.newBuilder(service.resolve("/q/openapi?format=json")));
        var paths = Json.readOrMissing(document.body().getBytes(StandardCharsets.UTF_8))
                .path("paths");
        paths.properties().forEach(path -> served.add(path.getKey(), path.getValue()));
        return served;
    }

    private void add(String path, JsonNode methods) {
        methods.properties()
                .forEach(method ->
                        operations.put(method.getKey().toUpperCase(Locale.ROOT) + " " + path, method.getValue()));
    }

    Collection<String> names() {
        return operations.keySet();
    }

    /** @param token none if null */
    HttpResponse<String> call(String operation, String token) {
        String[] parts = operation.split(" ");
        var request = HttpRequest.newBuilder(service.resolve(parts[1].replaceAll("\\{[^}]+}", NOTHING)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var content =
                operations.get(operation).path("requestBody").path("content").fieldNames();
        if (content.hasNext()) {
            String type = content.next();
            request.header("Content-Type", type.startsWith("*") ? "application/json" : type);
            request.method(parts[0], BodyPublishers.ofString(NO_BODY));
        } else {
            request.method(parts[0], BodyPublishers.noBody());
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
