package dev.orderflow.analytics.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;

/** Counts what changes no figure, by reason, and tells of what is lost by it. */
final class Skips {

    static final String METRIC = "orderflow.analytics.ignored";

    private static final Logger LOG = Logger.getLogger(Skips.class);

    private final MeterRegistry registry;

    /** All reasons are there from the start: an alert on one that has never been seen finds a zero. */
    Skips(MeterRegistry registry) {
        this.registry = registry;
        Arrays.stream(Ignored.values()).forEach(why -> registry.counter(METRIC, "reason", why.label()));
    }

    void count(Ignored why) {
        registry.counter(METRIC, "reason", why.label()).increment();
    }

    void tell(Received.Skipped skipped, RecordMetadata where) {
        count(skipped.why());
        if (skipped.why().isLoss()) {
            LOG.errorf(
                    "%s-%d@%d is not counted, it is %s: %s",
                    where.topic(),
                    where.partition(),
                    where.offset(),
                    skipped.why().label(),
                    skipped.detail());
        }
    }
}
