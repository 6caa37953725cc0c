package dev.orderflow.client;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why something was refused (RFC 9457).
 *
 * @param type {@code /problems/<name>}, a page that explains it
 * @param errors what is wrong with which field of the request
 * @param members beside the standard ones, {@code missing} of {@code out-of-stock} for instance
 */
public record Problem(
        String type,
        String title,
        int status,
        Optional<String> detail,
        Optional<String> instance,
        Optional<String> traceId,
        List<FieldError> errors,
        @JsonAnySetter Map<String, JsonNode> members) {

    /** @param field {@code items[0].quantity} for instance */
    public record FieldError(String field, String message) {}

    public Problem {
        type = type == null ? "about:blank" : type;
        errors = errors == null ? List.of() : List.copyOf(errors);
        members = members == null ? Map.of() : Map.copyOf(members);
    }

    /** For an answer that none of the services gave: a proxy's, mostly. */
    static Problem unexplained(int status) {
        var none = Optional.<String>empty();
        return new Problem(null, "Refused without an explanation", status, none, none, none, null, null);
    }

    /** {@code out-of-stock} for instance. */
    public String name() {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    public boolean is(String wanted) {
        return name().equals(wanted);
    }

    /** Nothing that quotes the request. */
    @Override
    public String toString() {
        var trace = traceId.map(id -> ", trace " + id).orElse("");
        return "%d %s: %s%s%s".formatted(status, name(), title, errors.isEmpty() ? "" : " " + fields(), trace);
    }

    private List<String> fields() {
        return errors.stream().map(FieldError::field).toList();
    }
}
