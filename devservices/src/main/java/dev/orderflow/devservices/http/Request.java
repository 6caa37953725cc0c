package dev.orderflow.devservices.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param variables the parts of the path that the route names, such as {@code id}
 * @param headers by lower-case name, the first value of each
 */
public record Request(
        String method,
        String path,
        Map<String, String> variables,
        Form query,
        Map<String, String> headers,
        byte[] content) {

    /** A part of the path, by the name that its route gives it. */
    public String variable(String name) {
        return variables.get(name);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public Form form() {
        return Form.parse(new String(content, StandardCharsets.UTF_8));
    }

    /** The body as JSON; a missing node if it is none. */
    public JsonNode json() {
        return Json.readOrMissing(content);
    }

    /** The key that the caller shows, as bearer token or as the user of basic authentication. */
    public Optional<String> apiKey() {
        return header("Authorization").flatMap(Request::credential);
    }

    private static Optional<String> credential(String authorization) {
        List<String> words = List.of(authorization.strip().split(" +", 2));
        return switch (words.getFirst().toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(words.getLast());
            case "basic" -> basicUser(words.getLast());
            default -> Optional.empty();
        };
    }

    private static Optional<String> basicUser(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return Optional.of(pair.split(":", 2)[0]);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
