package dev.orderflow.bench.reads;

import dev.orderflow.bench.load.Answer;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.OpenLoop;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * All reads in turn at a steady rate, and how long each takes from the moment at which it was to be sent. A wrong answer is no
 * fast one: it has no time, and is a fault.
 */
final class Timing implements OpenLoop.Listener {

    private static final long LONGEST_MICROS = 60_000_000;

    private final List<Read> reads;
    private final List<Histogram> micros;
    private final Map<String, Integer> wrong = new TreeMap<>();
    private final int planned;

    /** @param planned calls of each read */
    private Timing(List<Read> reads, int planned) {
        this.reads = reads;
        this.planned = planned;
        this.micros = Stream.generate(() -> new Histogram(LONGEST_MICROS, 3))
                .limit(reads.size())
                .toList();
    }

    static Timing of(Caller caller, List<Read> reads, double perSecond, Duration length) {
        var timing = new Timing(reads, (int) (perSecond * length.toSeconds()) / reads.size());
        Caller.await(new OpenLoop(caller, timing::call, timing).run(perSecond, length));
        return timing;
    }

    private dev.orderflow.bench.load.Request call(int n) {
        return reads.get(n % reads.size()).call(n / reads.size());
    }

    @Override
    public void answered(int call, Answer answer, long nanos) {
        int read = call % reads.size();
        if (answer.status() == reads.get(read).status()) {
            micros.get(read).recordValue(Math.min(LONGEST_MICROS, nanos / 1_000));
        } else {
            add(read, "was answered " + answer.status());
        }
    }

    @Override
    public void failed(int call, Throwable failure) {
        add(call % reads.size(), "failed with " + failure.getClass().getSimpleName());
    }

    private void add(int read, String what) {
        wrong.merge(reads.get(read) + " " + what, 1, Integer::sum);
    }

    /** Why its times tell nothing, for people; empty if each read was answered as often as planned, and as it should be. */
    List<String> faults() {
        var wrongs = wrong.entrySet().stream().map(each -> each.getKey() + ", " + each.getValue() + " times");
        var rare = IntStream.range(0, reads.size())
                .filter(read -> micros.get(read).getTotalCount() < Math.max(1, planned))
                .mapToObj(read -> "%s has the times of %d calls, of %d"
                        .formatted(reads.get(read), micros.get(read).getTotalCount(), planned));
        return Stream.concat(wrongs, rare).toList();
    }

    /** In microseconds, in the order of the reads. */
    Histogram of(int read) {
        return micros.get(read);
    }

    /** What all reads together took, for people. */
    String all() {
        var all = new Histogram(LONGEST_MICROS, 3);
        micros.forEach(all::add);
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms",
                millis(all, 50),
                millis(all, 99),
                millis(all, 99.9),
                millis(all, 100));
    }

    private static double millis(Histogram of, double percentile) {
        return of.getValueAtPercentile(percentile) / 1_000.0;
    }
}
