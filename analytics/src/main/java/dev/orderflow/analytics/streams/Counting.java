package dev.orderflow.analytics.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;

/** How this replica's counting goes, for health and metrics. */
@Singleton
final class Counting {

    static final String RUNNING = "orderflow.analytics.running";
    static final String UNFINISHED = "orderflow.analytics.unfinished";

    private final KafkaStreams streams;
    private final LocalStores stores;

    @Inject
    Counting(KafkaStreams streams, LocalStores stores) {
        this.streams = streams;
        this.stores = stores;
    }

    void show(@Observes StartupEvent started, MeterRegistry registry) {
        registry.gauge(RUNNING, this, counting -> counting.state() == KafkaStreams.State.RUNNING ? 1 : 0);
        registry.gauge(UNFINISHED, this, counting -> {
            var partitions = counting.unfinished();
            return partitions.isPresent() ? partitions.getAsLong() : Double.NaN;
        });
    }

    KafkaStreams.State state() {
        return streams.state();
    }

    /** Partitions of this replica that are not whole yet, so that there is no answer; empty while that can't be asked. */
    OptionalLong unfinished() {
        try {
            return OptionalLong.of(Stream.of(Stores.FIGURES, Stores.CUSTOMERS)
                    .flatMap(store -> stores.whole(store).values().stream())
                    .filter(whole -> !whole)
                    .count());
        } catch (StreamsException | IllegalStateException notYet) {
            return OptionalLong.empty();
        }
    }
}
