package dev.orderflow.platform.problem;

/**
 * What is wrong with one input.
 *
 * @param field the field as the client sent it ({@code items[0].quantity}), a parameter's name, or {@code body}
 * @param message what the field must be, for people
 */
public record FieldError(String field, String message) {}
