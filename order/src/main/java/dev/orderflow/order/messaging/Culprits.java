package dev.orderflow.order.messaging;

import dev.orderflow.order.config.SweeperConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Orders whose deadline this replica can't enforce. Each is left out for a while and then tried again: the data may have
 * been mended, or the next release may know what to do. {@code orderflow.order.sweeper.culprits} counts them.
 */
@Singleton
final class Culprits {

    private static final Logger LOG = Logger.getLogger(Culprits.class);

    /** So many are no culprits any more but a defect of all; what is left out is part of a statement. */
    private static final int AT_MOST = 1_000;

    private final Map<UUID, Instant> until = new ConcurrentHashMap<>();
    private final Duration pause;
    private final int atMost;

    @Inject
    Culprits(SweeperConfig config, MeterRegistry registry) {
        this(config.culpritPause(), AT_MOST);
        Gauge.builder("orderflow.order.sweeper.culprits", until::size).register(registry);
    }

    Culprits(Duration pause, int atMost) {
        this.pause = pause;
        this.atMost = atMost;
    }

    boolean areTooMany(Instant now) {
        return leftOut(now).length >= atMost;
    }

    UUID[] leftOut(Instant now) {
        return until.entrySet().stream()
                .filter(each -> each.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
    }

    /** Told once; without the failure's own words, which may quote the order. */
    void add(UUID order, Instant now, Throwable failure) {
        var known = until.put(order, now.plus(pause));
        LOG.logf(
                known == null ? Logger.Level.ERROR : Logger.Level.DEBUG,
                "the deadline of order %s can't be enforced: %s; tried again in %s",
                order,
                failure.getClass().getName(),
                pause);
    }

    /** After a turn that began then: whoever was tried again and did not fail is none any more. */
    void forget(Instant begin) {
        until.values().removeIf(end -> !end.isAfter(begin));
    }
}
