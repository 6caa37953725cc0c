package dev.orderflow.bench.saga;

import dev.orderflow.bench.load.Answer;
import dev.orderflow.bench.load.OpenLoop;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;

/** What became of orders that were sent at planned moments; times count from those. */
final class Steady implements OpenLoop.Listener {

    private static final long LONGEST_MICROS = 600_000_000;

    private final Histogram answered = new Histogram(LONGEST_MICROS, 3);
    private final Map<String, Long> plannedAt = new ConcurrentHashMap<>();
    private final Map<String, Integer> others = new ConcurrentHashMap<>();

    @Override
    public void answered(int call, Answer answer, long nanos) {
        if (answer.status() == 201) {
            answered.recordValue(Math.min(LONGEST_MICROS, nanos / 1_000));
            plannedAt.put(answer.madeId(), System.nanoTime() - nanos);
        } else {
            note(Integer.toString(answer.status()));
        }
    }

    @Override
    public void failed(int call, Throwable failure) {
        note(failure.getClass().getSimpleName());
    }

    private void note(String answer) {
        others.merge(answer, 1, Integer::sum);
    }

    int taken() {
        return plannedAt.size();
    }

    /** Their ids. */
    Set<String> orders() {
        return Set.copyOf(plannedAt.keySet());
    }

    /** Calls that were not answered by an order. */
    int refused() {
        return others.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The same by status, or by what has failed. */
    Map<String, Integer> refusals() {
        return new TreeMap<>(others);
    }

    /** How many of them were not seen. */
    long missingIn(Map<String, Long> seen) {
        return plannedAt.keySet().stream().filter(id -> !seen.containsKey(id)).count();
    }

    /** In microseconds. */
    Histogram answered() {
        return answered;
    }

    /** In microseconds, from the planned moment until it was seen; what was not seen is not in it. */
    Histogram until(Map<String, Long> seen) {
        var micros = new Histogram(LONGEST_MICROS, 3);
        plannedAt.forEach((id, planned) -> {
            var at = seen.get(id);
            if (at != null) {
                micros.recordValue(Math.clamp((at - planned) / 1_000, 0, LONGEST_MICROS));
            }
        });
        return micros;
    }
}
