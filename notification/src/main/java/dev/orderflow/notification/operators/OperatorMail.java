package dev.orderflow.notification.operators;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** @param to an operator's address, as configured when it was written */
@RegisterForReflection
public record OperatorMail(Alert alert, String to) {

    public static final String KIND = "operator-mail";
}
