package dev.orderflow.bench.reads;

import dev.orderflow.bench.load.Answer;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.OpenLoop;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** All reads in turn at a steady rate, and how long each takes from the moment at which it was to be sent. */
final class Timing implements OpenLoop.Listener {

    private static final long LONGEST_MICROS = 60_000_000;

    private final List<Read> reads;
    private final List<Histogram> micros;
    private int unexpected;

    private Timing(List<Read> reads) {
        this.reads = reads;
        this.micros = Stream.generate(() -> new Histogram(LONGEST_MICROS, 3))
                .limit(reads.size())
                .toList();
    }

    static Timing of(Caller caller, List<Read> reads, double perSecond, Duration length) {
        var timing = new Timing(reads);
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
            unexpected++;
        }
    }

    @Override
    public void failed(int call, Throwable failure) {
        unexpected++;
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

    int unexpected() {
        return unexpected;
    }
}
