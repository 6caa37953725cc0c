package dev.orderflow.contracts;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Turns the JSON of one event type from version n into version n + 1. The tree is made of JDK types: {@code Map},
 * {@code List}, {@code String}, {@code Number}, {@code Boolean}, null.
 *
 * <p>Pure: the same input gives the same output, the input is not changed (it may be unmodifiable), nothing else is
 * read. Fields that it does not know pass through; {@link Personal} fields may be missing. Needs a public constructor
 * without parameters.
 */
@FunctionalInterface
public interface Upcaster extends UnaryOperator<Map<String, Object>> {}
