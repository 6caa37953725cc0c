package dev.orderflow.systemtests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.systemtests.openapi.ApiRequest.Field;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request as the document's examples have it, but for what is said otherwise. */
public final class Asking {

    private final ApiCall call;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final List<Field> query = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String body;

    public Asking(ApiCall call) {
        this.call = call;
        call.parameters("path").forEach(it -> path.put(it.name(), it.example().asText()));
        call.parameters("query").stream()
                .filter(it -> !it.example().isMissingNode())
                .forEach(it -> query.add(new Field(it.name(), it.example().asText())));
        headers.put("Accept", accepted(call));
        if (call.takesBody()) {
            headers.put("Content-Type", call.requestTypes().getFirst().replace("*/*", "application/json"));
            body = ApiRequest.bytes(call.requestExample().toString());
        }
    }

    private static String accepted(ApiCall call) {
        var types = call.successes().stream()
                .flatMap(status -> call.answer(status).orElseThrow().path("content").properties().stream())
                .map(Map.Entry::getKey)
                .toList();
        return types.isEmpty() || types.contains("application/json") ? "application/json" : types.getFirst();
    }

    public Asking as(String token) {
        return token == null ? this : header("Authorization", "Bearer " + token);
    }

    public Asking path(String name, String value) {
        path.put(name, value);
        return this;
    }

    public Asking query(String name, String value) {
        query.removeIf(it -> it.name().equals(name));
        return andQuery(name, value);
    }

    /** Beside what is there. */
    public Asking andQuery(String name, String value) {
        query.add(new Field(name, value));
        return this;
    }

    public Asking header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Asking without(String name) {
        headers.remove(name);
        return this;
    }

    public Asking body(JsonNode json) {
        return body(ApiRequest.bytes(json.toString()));
    }

    /** @param bytes one character per byte */
    public Asking body(String bytes) {
        body = bytes;
        return this;
    }

    public String body() {
        return body;
    }

    public ApiRequest request() {
        return request(call.method());
    }

    public ApiRequest request(String method) {
        var fields = headers.entrySet().stream()
                .map(it -> new Field(it.getKey(), it.getValue()))
                .toList();
        return new ApiRequest(method, target(), fields, body);
    }

    private String target() {
        var target = call.path();
        for (var part : path.entrySet()) {
            target = target.replace("{" + part.getKey() + "}", encoded(part.getValue()));
        }
        return query.isEmpty()
                ? target
                : target
                        + query.stream()
                                .map(it -> it.name() + "=" + encoded(it.value()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
