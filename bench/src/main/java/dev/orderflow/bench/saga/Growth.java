package dev.orderflow.bench.saga;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the orders under way become more, by the straight line that fits their number best, once what is simply under way has
 * built up: over the last three quarters of the time. A shorter part would tell less: batches and pauses move the number up
 * and down by a fifth for tens of seconds, and such noise grows faster than a line gets shorter.
 *
 * @param perSecond orders; negative while they become fewer
 * @param seconds for which that was seen
 */
record Growth(double perSecond, double seconds) {

    private static final int LEAST_SAMPLES = 8;

    /**
     * @param backlog orders under way, each second
     * @throws IllegalArgumentException for less than eight seconds, which tell nothing
     */
    static Growth of(List<Long> backlog) {
        if (backlog.size() < LEAST_SAMPLES) {
            throw new IllegalArgumentException("only " + backlog.size() + " samples");
        }
        var settled = backlog.subList(backlog.size() / 4, backlog.size());
        return new Growth(slope(settled), settled.size() - 1.0);
    }

    /** Of the least squares. */
    private static double slope(List<Long> samples) {
        double middle = (samples.size() - 1) / 2.0;
        double products = seconds(samples)
                .mapToDouble(second -> (second - middle) * samples.get(second))
                .sum();
        double squares = seconds(samples)
                .mapToDouble(second -> (second - middle) * (second - middle))
                .sum();
        return products / squares;
    }

    private static IntStream seconds(List<Long> samples) {
        return IntStream.range(0, samples.size());
    }

    double orders() {
        return perSecond * seconds;
    }

    /**
     * Whether more are left over than come in within some seconds. By Little's law (orders / rate = time in the system) each
     * order then takes more than so many seconds longer at the end than at the beginning.
     *
     * @param rate at which orders come in, a second
     */
    boolean pilesUp(double rate, double longerSeconds) {
        return orders() > longerSeconds * rate;
    }
}
