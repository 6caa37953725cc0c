package dev.orderflow.payment.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A webhook's body. {@code object} is whatever the type is about. */
@RegisterForReflection
public record StripeEvent(String id, String type, Data data) {

    /** Wraps the object. */
    @RegisterForReflection
    public record Data(JsonNode object) {}

    boolean isComplete() {
        return id != null
                && type != null
                && data != null
                && data.object() != null
                && data.object().isObject();
    }
}
