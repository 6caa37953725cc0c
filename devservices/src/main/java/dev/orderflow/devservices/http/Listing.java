package dev.orderflow.devservices.http;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * 200 with a JSON array that may be larger than the memory.
 *
 * @param items read, and then closed, while they are sent
 */
public record Listing(Supplier<? extends Stream<?>> items) implements Answer {}
