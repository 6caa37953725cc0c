package dev.orderflow.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;

/** What is wrong with a JSON body, told in the client's terms and without a word about our classes. */
public final class JsonFailures {

    private static final String BODY = "body";

    private JsonFailures() {}

    /** {@code invalid-request}, or the problem that reading the body ended with. */
    public static ProblemException of(JsonProcessingException failure) {
        if (failure.getCause() instanceof ProblemException problem) {
            return problem;
        }
        String field = failure instanceof JsonMappingException mapping ? field(mapping.getPath()) : BODY;
        return Problems.invalid(field, message(failure));
    }

    private static String message(Throwable failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> "is not a known field";
            case ValueInstantiationException refused -> refusal(refused.getCause());
            case MismatchedInputException mismatch -> ExpectedType.of(mismatch.getTargetType());
            case InputCoercionException overflow -> "must be a whole number within range";
            case StreamReadException malformed -> malformed(malformed);
            case JsonMappingException wrapping when wrapping.getCause() != null -> message(wrapping.getCause());
            case IllegalArgumentException refused -> refusal(refused);
            default -> "is not valid JSON";
        };
    }

    /** A value that checks itself says what is wrong with it; what other exceptions say is not for clients. */
    private static String refusal(Throwable cause) {
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? "is not valid: " + cause.getMessage()
                : "is incomplete or not valid";
    }

    private static String malformed(StreamReadException malformed) {
        if (malformed.getOriginalMessage().startsWith("Duplicate field")) {
            return "has a field twice";
        }
        var location = malformed.getLocation();
        return location == null
                ? "is not valid JSON"
                : "is not valid JSON at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String field(List<JsonMappingException.Reference> path) {
        var field = new StringBuilder();
        for (var step : path) {
            if (step.getFieldName() != null) {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            } else {
                field.append('[').append(step.getIndex()).append(']');
            }
        }
        return field.isEmpty() ? BODY : field.toString();
    }
}
