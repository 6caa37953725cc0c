package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A dead letter with the record as it came, which may hold personal data.
 *
 * @param behind how many letters wait behind it
 * @param payload if it is JSON
 * @param payloadBase64 if it is none
 */
public record DeadLetterDetail(
        @JsonUnwrapped DeadLetter letter,
        long behind,
        Map<String, String> headers,
        Optional<JsonNode> payload,
        Optional<String> payloadBase64) {

    @Override
    public String toString() {
        return letter.toString();
    }
}
