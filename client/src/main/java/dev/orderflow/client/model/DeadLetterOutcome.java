package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A dead letter that was settled just now.
 *
 * @param behind how many letters stood behind it: they are handled now, in order, until one fails
 */
public record DeadLetterOutcome(@JsonUnwrapped DeadLetter letter, long behind) {}
