package dev.orderflow.order.live;

import dev.orderflow.platform.problem.Problems;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The streams that this replica holds open, and how many they may be. */
@Singleton
final class OpenStreams {

    private static final Duration LATER = Duration.ofSeconds(10);

    private final Set<OrderStream> streams = ConcurrentHashMap.newKeySet();
    private final LiveConfig config;
    private boolean closing;

    @Inject
    OpenStreams(LiveConfig config, MeterRegistry registry) {
        this.config = config;
        Gauge.builder("orderflow.order.event.streams", streams, Set::size)
                .description("Streams of order events that are open")
                .register(registry);
    }

    /** Fails with the problem that refuses it. */
    synchronized void add(OrderStream stream) {
        if (closing || streams.size() >= config.streams()) {
            throw Problems.UNAVAILABLE
                    .because("No more streams can be opened here now")
                    .retryAfter(LATER);
        }
        if (count(stream.reader()) >= config.perCaller()) {
            throw Problems.TOO_MANY_REQUESTS
                    .because("You have " + config.perCaller() + " streams open; close one")
                    .retryAfter(LATER);
        }
        streams.add(stream);
    }

    private long count(String reader) {
        return streams.stream().filter(stream -> stream.reader().equals(reader)).count();
    }

    void remove(OrderStream stream) {
        streams.remove(stream);
    }

    List<OrderStream> all() {
        return List.copyOf(streams);
    }

    List<OrderStream> ready() {
        return streams.stream().filter(OrderStream::isReady).toList();
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    /** Ends them all; no others are opened. */
    void close() {
        synchronized (this) {
            closing = true;
        }
        streams.forEach(OrderStream::end);
    }
}
