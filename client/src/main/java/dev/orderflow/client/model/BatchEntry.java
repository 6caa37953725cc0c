package dev.orderflow.client.model;

import dev.orderflow.client.Problem;
import java.util.Optional;

/**
 * What became of one order of a batch: it has the order or the problem.
 *
 * @param retryAfter seconds, with a 429 or 503: then execute the same call again, which repeats only what is missing
 * @param replayed true if it had been placed before, by the same key
 */
public record BatchEntry(
        int status,
        Optional<Order> order,
        Optional<Problem> problem,
        Optional<Integer> retryAfter,
        Optional<Boolean> replayed) {}
