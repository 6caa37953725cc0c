package dev.orderflow.platform.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is wrong with one input.
 *
 * @param field the field as the client sent it ({@code items[0].quantity}), a parameter's name, or {@code body}
 * @param message what the field must be, for people
 */
@RegisterForReflection
public record FieldError(String field, String message) {}
