package dev.orderflow.bench.saga;

import java.util.List;

/** Whether orders pile up: whether fewer are delivered than come in. */
final class Growth {

    /** Of what comes in, so much may be left over before it is called piling up: less can't be told from a batch more or less. */
    private static final double TOLERANCE = 0.05;

    private static final int LEAST_SAMPLES = 8;

    private Growth() {}

    /**
     * The last quarter beside the second: in the first the backlog of what is simply under way builds up.
     *
     * @param backlog orders under way, each second
     * @param perSecond how many come in
     * @throws IllegalArgumentException for less than eight seconds, which tell nothing
     */
    static boolean of(List<Long> backlog, double perSecond) {
        int quarter = backlog.size() / 4;
        if (backlog.size() < LEAST_SAMPLES) {
            throw new IllegalArgumentException("only " + backlog.size() + " samples");
        }
        double early = mean(backlog.subList(quarter, 2 * quarter));
        double late = mean(backlog.subList(backlog.size() - quarter, backlog.size()));
        double secondsBetween = backlog.size() - 2.0 * quarter;
        return late - early > TOLERANCE * perSecond * secondsBetween;
    }

    private static double mean(List<Long> samples) {
        return samples.stream().mapToLong(Long::longValue).average().orElseThrow();
    }
}
