package dev.orderflow.client;

import dev.orderflow.client.model.PreferencesContent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is to be sent, whoever's token it goes with. */
record Request(
        Operation<?> operation,
        Service service,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Object body) {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** With a key of its own if it takes one: the same request is the same intent, however often it is sent. */
    static Request of(Operation<?> operation, Service service) {
        if (!operation.services().contains(service)) {
            throw new IllegalArgumentException(service + " has no " + operation);
        }
        var request = new Request(operation, service, Map.of(), Map.of(), Map.of(), null);
        return operation.keyed() ? request.key(UUID.randomUUID().toString()) : request;
    }

    static Request of(Operation<?> operation) {
        return of(operation, operation.services().iterator().next());
    }

    Request path(String name, Object value) {
        return new Request(operation, service, with(path, name, value.toString()), query, headers, body);
    }

    /** @param value null to leave it out */
    Request query(String name, Object value) {
        if (!operation.query().contains(name)) {
            throw new IllegalArgumentException(operation + " takes no " + name);
        }
        return value == null
                ? this
                : new Request(operation, service, path, with(query, name, value.toString()), headers, body);
    }

    /** @param value null to leave it out */
    Request header(String name, String value) {
        return value == null ? this : new Request(operation, service, path, query, with(headers, name, value), body);
    }

    /** @param json null for none */
    Request body(Object json) {
        return new Request(operation, service, path, query, headers, json);
    }

    /** @throws IllegalArgumentException if the operation takes none, or it is no printable ASCII */
    Request key(String key) {
        if (!operation.keyed()) {
            throw new IllegalArgumentException(operation + " takes no Idempotency-Key");
        }
        if (!key.matches("[\\x20-\\x7e]{1,255}")) {
            throw new IllegalArgumentException("an Idempotency-Key is 1 to 255 characters of printable ASCII");
        }
        return header(IDEMPOTENCY_KEY, "\"" + key.replaceAll("[\"\\\\]", "\\\\$0") + "\"");
    }

    Optional<String> idempotencyKey() {
        return Optional.ofNullable(headers.get(IDEMPOTENCY_KEY))
                .map(quoted -> quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1"));
    }

    /** Whether it does no harm to send it again when nobody knows whether it took effect. */
    boolean isRepeatable() {
        return switch (operation.method()) {
            case "GET" -> true;
            case "PUT" ->
                !headers.containsKey("If-Match") && !headers.containsKey("If-None-Match") && !mayMakeASecret();
            default -> headers.containsKey(IDEMPOTENCY_KEY);
        };
    }

    /**
     * A webhook secret, which only the answer of the change that makes it shows: the first one of an endpoint, or another one
     * each time that it is asked for.
     */
    boolean mayMakeASecret() {
        return body instanceof PreferencesContent content
                && (content.webhookUrl() != null || Boolean.TRUE.equals(content.rotateSecret()));
    }

    /** @param base of the service, which may have a path */
    URI address(URI base) {
        var filled = operation.path();
        for (var part : path.entrySet()) {
            filled = filled.replace("{" + part.getKey() + "}", encoded(part.getValue()));
        }
        var parameters = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(
                base.toString().replaceAll("/+$", "") + filled + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        var more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }

    /** Not whose and what. */
    @Override
    public String toString() {
        return operation.toString();
    }
}
