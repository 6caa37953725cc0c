package dev.orderflow.analytics.streams;

import dev.orderflow.analytics.domain.CustomerEntry;
import dev.orderflow.analytics.streams.Received.Known;
import dev.orderflow.analytics.streams.Received.Skipped;
import dev.orderflow.contracts.customer.CustomerErased;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Passes erasures on to whoever has that customer's pattern. */
final class CustomerEventsProcessor extends ContextualProcessor<String, byte[], String, CustomerEntry> {

    private final EventReader reader;
    private final Skips skips;

    CustomerEventsProcessor(EventReader reader, Skips skips) {
        this.reader = reader;
        this.skips = skips;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        switch (reader.read(record.headers(), record.value())) {
            case Known(CustomerErased erased, var _) ->
                context()
                        .forward(new Record<>(
                                erased.customerId(), CustomerEntry.erasure(erased.at()), record.timestamp()));
            case Known other ->
                tell(new Skipped(Ignored.UNKNOWN, other.event().getClass().getSimpleName()));
            case Skipped skipped -> tell(skipped);
        }
    }

    private void tell(Skipped skipped) {
        context().recordMetadata().ifPresent(where -> skips.tell(skipped, where));
    }
}
