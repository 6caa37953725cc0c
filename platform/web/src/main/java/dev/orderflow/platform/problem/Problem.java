package dev.orderflow.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An RFC 9457 problem, as it is written to the client. {@code instance} and {@code traceId} are added when it leaves.
 *
 * @param type {@code /problems/<name>}
 * @param errors for invalid input, one entry per field; empty otherwise
 * @param extensions members beside the standard ones, such as how much was left
 */
@RegisterForReflection
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "traceId", "errors"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String traceId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null, null, List.of(), Map.of());
    }

    /** With one more member; the value is written as the service's JSON. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Problem(type, title, status, detail, instance, traceId, errors, more);
    }

    public Problem withErrors(List<FieldError> found) {
        return new Problem(type, title, status, detail, instance, traceId, found, extensions);
    }

    /** Where and in which trace it happened. */
    public Problem at(String instance, String traceId) {
        return new Problem(type, title, status, detail, instance, traceId, errors, extensions);
    }
}
