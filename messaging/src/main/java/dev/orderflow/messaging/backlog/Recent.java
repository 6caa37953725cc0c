package dev.orderflow.messaging.backlog;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * What was seen last, for as long as it is fresh. Who looks may be held up without an end (a database that takes a question and
 * never answers), and a figure from before would go on telling that all is well.
 *
 * <p>May be used by any thread.
 */
public final class Recent<T> {

    private record Sight<T>(T what, long nanos) {}

    private final long freshNanos;
    private final LongSupplier nanoTime;
    private volatile Sight<T> last;

    /** @param fresh how long what was seen may be told: some times the pause between two looks */
    public Recent(Duration fresh) {
        this(fresh, System::nanoTime);
    }

    Recent(Duration fresh, LongSupplier nanoTime) {
        this.freshNanos = fresh.toNanos();
        this.nanoTime = nanoTime;
    }

    public void seen(T what) {
        last = new Sight<>(what, nanoTime.getAsLong());
    }

    /** The last look has seen nothing. */
    public void lost() {
        last = null;
    }

    /** Not a number when nothing fresh is known. */
    public double value(ToDoubleFunction<? super T> of) {
        var sight = last;
        return sight == null || nanoTime.getAsLong() - sight.nanos() > freshNanos
                ? Double.NaN
                : of.applyAsDouble(sight.what());
    }
}
