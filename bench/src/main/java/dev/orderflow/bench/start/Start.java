package dev.orderflow.bench.start;

import java.util.List;

/**
 * One start of a service.
 *
 * @param seconds from the start of its process until it said that it was ready
 * @param megabytes that it held then
 */
record Start(double seconds, long megabytes) {

    static double medianSeconds(List<Start> starts) {
        return starts.stream().mapToDouble(Start::seconds).sorted().toArray()[starts.size() / 2];
    }

    static long medianMegabytes(List<Start> starts) {
        return starts.stream().mapToLong(Start::megabytes).sorted().toArray()[starts.size() / 2];
    }
}
