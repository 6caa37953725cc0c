package dev.orderflow.platform.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.messaging.deadletter.DeadLetter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dead letter with the record as it came.
 *
 * @param behind how many letters wait behind it
 * @param payload if it is JSON; may hold personal data
 * @param payloadBase64 if it is none
 */
@RegisterForReflection
@Schema(name = "DeadLetterDetail")
record LetterDetail(
        @JsonUnwrapped LetterView letter,
        long behind,
        Map<String, String> headers,
        @Schema(implementation = Object.class) JsonNode payload,
        byte[] payloadBase64) {

    static LetterDetail of(DeadLetter letter, long behind, ObjectMapper mapper) {
        var json = json(letter.payload(), mapper);
        return new LetterDetail(
                LetterView.of(letter), behind, letter.headers(), json, json == null ? letter.payload() : null);
    }

    /** Null for what is no JSON. */
    private static JsonNode json(byte[] payload, ObjectMapper mapper) {
        try {
            return payload == null || payload.length == 0 ? null : mapper.readTree(payload);
        } catch (IOException notJson) {
            return null;
        }
    }
}
