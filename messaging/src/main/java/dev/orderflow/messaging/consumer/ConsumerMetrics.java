package dev.orderflow.messaging.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counters of one channel; reasons are few and fixed, so the labels stay low in number. */
final class ConsumerMetrics {

    private final MeterRegistry registry;
    private final String channel;

    ConsumerMetrics(MeterRegistry registry, String channel) {
        this.registry = registry;
        this.channel = channel;
    }

    /** Runs from a poll to the commit of its last record, waits included. */
    Running start(int events) {
        registry.counter("orderflow.consumer.events", "channel", channel).increment(events);
        var sample = Timer.start(registry);
        return () -> sample.stop(registry.timer("orderflow.consumer.batch", "channel", channel));
    }

    void retried() {
        registry.counter("orderflow.consumer.retries", "channel", channel).increment();
    }

    void count(Outcome outcome) {
        for (var decision : outcome.decisions()) {
            if (decision instanceof Decision.Ignored ignored) {
                registry.counter("orderflow.consumer.ignored", "channel", channel, "reason", ignored.reason())
                        .increment();
            }
        }
        if (outcome.deadLetters() > 0) {
            registry.counter("orderflow.consumer.dead.letters", "channel", channel)
                    .increment(outcome.deadLetters());
        }
        if (outcome.parked() > 0) {
            registry.counter("orderflow.consumer.parked", "channel", channel).increment(outcome.parked());
        }
    }

    /** Something that is being timed. */
    interface Running {
        void stop();
    }
}
