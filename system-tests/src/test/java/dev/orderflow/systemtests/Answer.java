package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** What a service answered. */
record Answer(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    /** The body of a 200. */
    JsonNode ok() {
        return ok(200);
    }

    /** The body of an answer with this status. */
    JsonNode ok(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return json();
    }

    /** The name in the problem's type, {@code out-of-stock} for instance. */
    String problem() {
        assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var type = json().get("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
