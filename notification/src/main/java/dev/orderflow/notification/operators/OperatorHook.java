package dev.orderflow.notification.operators;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An alert for the operators' endpoint, wherever that is when it is sent. */
@RegisterForReflection
public record OperatorHook(Alert alert) {

    public static final String KIND = "operator-webhook";
}
