package dev.orderflow.bench.saga;

import java.time.Duration;
import java.util.List;

/**
 * What is measured, and how.
 *
 * @param measures in the order of their names here, whatever the order in which they were asked for
 * @param rates orders a second for the saga, one run each; the first warms up, and is where the search for a stable rate begins
 * @param length of each run but those of "accept"
 * @param hold how long a rate must be held to be called stable
 * @param accepted orders of one run of "accept" at most, since all of them have to be carried out before the next
 * @param accepting how long one run of "accept" takes at most: a slow machine takes many times as long to carry out what it took
 * @param backlog orders that are drained
 * @param requests of the flash sale
 */
public record Plan(
        List<Measure> measures,
        List<Double> rates,
        Duration length,
        Duration hold,
        int accepted,
        Duration accepting,
        int backlog,
        int requests) {

    /** A part of the benchmark. */
    public enum Measure {
        SAGA,
        STABLE,
        ACCEPT,
        DRAIN,
        SALE,
        LIMITS,
        START
    }

    public Plan {
        measures = measures.stream().distinct().sorted().toList();
        rates = List.copyOf(rates);
    }
}
