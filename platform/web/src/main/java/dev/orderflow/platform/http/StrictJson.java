package dev.orderflow.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.platform.problem.JsonFailures;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.problem.Violations;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;

/**
 * The JSON of our HTTP side: it accepts nothing that the contract does not name. Neither messaging nor REST clients use
 * it: they get the application's own mapper, which tolerates what a newer peer sends.
 */
@Singleton
public final class StrictJson {

    private final ObjectMapper mapper;
    private final Validator validator;

    @Inject
    StrictJson(ObjectMapper tolerant, Validator validator) {
        this.mapper = StrictRules.applyTo(tolerant.copy());
        this.validator = validator;
    }

    public ObjectMapper mapper() {
        return mapper;
    }

    /**
     * One part of a body, read and validated as a whole body would be: an entry of a batch, a patched resource.
     *
     * @throws dev.orderflow.platform.problem.ProblemException {@code invalid-request} with the fields at fault
     */
    public <T> T read(JsonNode part, Class<T> type) {
        try (JsonParser parser = mapper.treeAsTokens(part)) {
            return valid(present(mapper.readValue(parser, type)));
        } catch (JsonProcessingException e) {
            throw JsonFailures.of(e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static <T> T present(T value) {
        if (value == null) {
            throw Problems.invalid("body", "is required");
        }
        return value;
    }

    /** @throws dev.orderflow.platform.problem.ProblemException {@code invalid-request} with the fields at fault */
    public <T> T valid(T value) {
        var violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw Violations.of(violations);
        }
        return value;
    }

    /** The bytes that a client gets for this value. */
    public Buffer write(Object value) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unwritable " + value.getClass().getName(), e);
        }
    }
}
