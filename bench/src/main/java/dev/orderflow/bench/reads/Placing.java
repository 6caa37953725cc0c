package dev.orderflow.bench.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.load.Answer;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.OpenLoop;
import dev.orderflow.bench.load.Request;
import dev.orderflow.devservices.http.Json;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/** Orders at a steady small rate, and how long each takes to be accepted from the moment at which it was to be sent. */
final class Placing implements OpenLoop.Listener {

    /** Far from what the system can do: what is measured is an order's answer and not a queue. */
    static final double PER_SECOND = 5;

    private static final long LONGEST_MICROS = 60_000_000;
    private static final int CREATED = 201;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    private int refused;
    private Future<Void> ended;

    private Placing() {}

    /** Begins, and goes on for so long. */
    static Placing begin(Caller caller, IntFunction<Request> order, Duration length) {
        var placing = new Placing();
        placing.ended = new OpenLoop(caller, order, placing).run(PER_SECOND, length);
        return placing;
    }

    /** Once all are answered. */
    Placing ended() {
        Caller.await(ended);
        return this;
    }

    @Override
    public void answered(int call, Answer answer, long nanos) {
        if (answer.status() == CREATED) {
            micros.recordValue(Math.min(LONGEST_MICROS, nanos / 1_000));
        } else {
            refused++;
        }
    }

    @Override
    public void failed(int call, Throwable failure) {
        refused++;
    }

    /** Whether its times are those of all orders. */
    boolean tookAll() {
        return refused == 0 && micros.getTotalCount() > 0;
    }

    ObjectNode json() {
        return Json.object()
                .put("orders", micros.getTotalCount())
                .put("notAccepted", refused)
                .put("p50Millis", millis(50))
                .put("p99Millis", millis(99))
                .put("maxMillis", millis(100));
    }

    private double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    /** For people. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d orders accepted, %d not, p50 %.1f ms, p99 %.1f ms, max %.1f ms",
                micros.getTotalCount(),
                refused,
                millis(50),
                millis(99),
                millis(100));
    }
}
