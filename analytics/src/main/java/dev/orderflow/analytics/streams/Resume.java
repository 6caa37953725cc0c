package dev.orderflow.analytics.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * What ends a stream's thread is a broker that was away for long, or a defect: another one tries again from the last commit,
 * and loses nothing. What is wrong with a single event never gets here. Where that does not help either, the streams end,
 * which {@link StreamsAlive} tells.
 */
@Singleton
final class Resume implements StreamsUncaughtExceptionHandler {

    static final String METRIC = "orderflow.analytics.stops";

    /** As many within the while are taken up again; one more is a loop. */
    static final int TRIES = 5;

    static final Duration WHILE = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(Resume.class);

    private final Deque<Instant> stops = new ArrayDeque<>();
    private final Counter counter;
    private final InstantSource clock;

    @Inject
    Resume(MeterRegistry registry) {
        this(registry, InstantSource.system());
    }

    Resume(MeterRegistry registry, InstantSource clock) {
        this.counter = registry.counter(METRIC);
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        counter.increment();
        if (stopsOfLate() > TRIES) {
            LOG.errorf(failure, "counting stopped more than %d times within %s, and is given up", TRIES, WHILE);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.error("counting stopped, and is taken up again", failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private int stopsOfLate() {
        var now = clock.instant();
        stops.addLast(now);
        stops.removeIf(stop -> stop.isBefore(now.minus(WHILE)));
        return stops.size();
    }
}
