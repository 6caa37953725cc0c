package dev.orderflow.devservices.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * How many bytes a piece of code allocates, as the JVM itself counts them for the thread that runs it: a cost that does not
 * depend on how fast or how busy a machine is.
 *
 * <p>Called so often that classes, caches and serialisers are there, and so seldom that the figure is still that of the code
 * as it stands: an optimising compiler leaves out what never escapes, sooner or later, so it makes a figure smaller, never
 * larger.
 */
public final class Allocations {

    private static final int WARM_UP = 300;
    private static final int COUNTED = 101;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** So that no compiler finds out that nobody wants the result. */
    private static volatile Object kept;

    private Allocations() {}

    /** Bytes of one call, the median of many: one that fills a cache or makes a table grow does not count. */
    public static long of(Supplier<?> work) {
        if (!THREADS.isThreadAllocatedMemoryEnabled()) {
            throw new AssertionError("this JVM does not count what a thread allocates");
        }
        LongStream.range(0, WARM_UP).forEach(call -> once(work));
        return LongStream.generate(() -> once(work))
                .limit(COUNTED)
                .sorted()
                .skip(COUNTED / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long once(Supplier<?> work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        kept = work.get();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
