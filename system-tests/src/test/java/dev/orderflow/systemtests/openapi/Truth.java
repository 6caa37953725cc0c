package dev.orderflow.systemtests.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether an answer is one that the document promises: status, media type, body and header fields. */
public final class Truth {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";

    /** Fields that mean something to a client: where they are sent, they are described. */
    private static final Set<String> TELLING = Set.of(
            "ETag",
            "Location",
            "Retry-After",
            "Idempotency-Replayed",
            "WWW-Authenticate",
            "RateLimit",
            "RateLimit-Policy");

    private static final Set<Integer> HARDLY_HTTP = Set.of(400, 414, 431);
    private static final Set<Integer> ELSEWHERE = Set.of(400, 401, 403, 404, 405, 406, 413, 415, 501);

    private Truth() {}

    /** What is not as described; empty if all is. */
    public static List<String> lies(ApiCall call, ApiRequest request, ApiAnswer answer) {
        if (answer.status() >= 500) {
            return List.of("answered " + answer.status() + ": " + answer.body());
        }
        if (Addresses.isHardlyHttp(request)
                && HARDLY_HTTP.contains(answer.status())
                && answer.body().isEmpty()) {
            return List.of();
        }
        return call.api()
                .addresses()
                .operation(request.method(), request.target())
                .map(meant -> liesOf(meant, request, answer))
                .orElseGet(() -> liesOfNoOperation(call, request, answer));
    }

    private static List<String> liesOf(ApiCall call, ApiRequest request, ApiAnswer answer) {
        return call.answer(answer.status())
                .map(described -> lies(call, described, request, answer))
                .orElseGet(() -> List.of("status %d is not described, only %s: %s"
                        .formatted(answer.status(), call.statuses(), answer.body())));
    }

    private static List<String> lies(ApiCall call, JsonNode described, ApiRequest request, ApiAnswer answer) {
        var lies = new ArrayList<>(liesOfHeaders(call, described, answer));
        if (!request.method().equals("HEAD")) {
            lies.addAll(liesOfBody(call, described.path("content"), answer));
        }
        return lies;
    }

    private static List<String> liesOfBody(ApiCall call, JsonNode content, ApiAnswer answer) {
        if (content.isEmpty()) {
            return answer.body().isEmpty() ? List.of() : List.of("a body that is not described: " + answer.body());
        }
        var media = content.get(answer.mediaType());
        if (media == null) {
            return List.of("media type '%s' is not described: %s".formatted(answer.mediaType(), answer.body()));
        }
        return answer.mediaType().endsWith("json") ? liesOfJson(call, media.path("schema"), answer) : List.of();
    }

    private static List<String> liesOfJson(ApiCall call, JsonNode schema, ApiAnswer answer) {
        try {
            var json = JSON.readTree(answer.body());
            var errors = answer.mediaType().equals(PROBLEM)
                    ? call.api().errors(schema, json)
                    : call.api().errorsOfClosed(schema, json);
            return errors.isEmpty() ? List.of() : List.of(answer.status() + " " + errors + " in " + answer.body());
        } catch (JsonProcessingException e) {
            return List.of("no JSON: " + answer.body());
        }
    }

    private static List<String> liesOfHeaders(ApiCall call, JsonNode described, ApiAnswer answer) {
        var lies = new ArrayList<String>();
        var headers = described.path("headers");
        for (var name : named(headers)) {
            var header = call.api().resolved(headers.path(name));
            var value = answer.header(name);
            if (value == null && header.path("required").asBoolean()) {
                lies.add("%d without %s".formatted(answer.status(), name));
            } else if (value != null
                    && !value.matches("(?s).*" + header.at("/schema/pattern").asText() + ".*")) {
                lies.add("%s is %s".formatted(name, value));
            }
        }
        TELLING.stream()
                .filter(name -> answer.header(name) != null && !headers.has(name))
                .forEach(name -> lies.add("%d with %s, which is not described".formatted(answer.status(), name)));
        return lies;
    }

    private static List<String> named(JsonNode headers) {
        return headers.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    /** An address has the methods that are described for it; who may not even look need not be told. */
    private static List<String> liesOfNoOperation(ApiCall call, ApiRequest request, ApiAnswer answer) {
        if (!ELSEWHERE.contains(answer.status())) {
            return List.of("answered %d where there is no operation: %s".formatted(answer.status(), answer.body()));
        }
        var methods = call.api().addresses().methods(request.target());
        var exact = call.api().addresses().methodsOfTheClosest(request.target());
        if (answer.status() == 405) {
            var allowed =
                    new TreeSet<>(List.of(String.valueOf(answer.header("Allow")).split(", ")));
            boolean honest = methods.containsAll(allowed) && allowed.containsAll(exact);
            return honest ? List.of() : List.of("Allow is %s, described are %s".formatted(allowed, methods));
        }
        return answer.mediaType().equals(PROBLEM) ? List.of() : List.of("no problem: " + answer.body());
    }
}
