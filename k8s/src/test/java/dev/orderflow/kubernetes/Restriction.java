package dev.orderflow.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

/** What a restricted namespace asks for of the security contexts in an operator's template. */
final class Restriction {

    private Restriction() {}

    static boolean ofPod(JsonNode context) {
        return context.path("runAsNonRoot").asBoolean()
                && context.at("/seccompProfile/type").asText().equals("RuntimeDefault");
    }

    static boolean ofContainer(JsonNode context) {
        return !context.path("allowPrivilegeEscalation").asBoolean(true)
                && context.at("/capabilities/drop").toString().equals("[\"ALL\"]");
    }
}
