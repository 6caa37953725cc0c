package dev.orderflow.analytics.streams;

import dev.orderflow.analytics.domain.CustomerEntry;
import dev.orderflow.analytics.domain.CustomerPattern;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** What customers do. Of who was erased nothing stays but that, which the broker's compaction makes true of the topic too. */
final class CustomersProcessor implements Processor<String, CustomerEntry, Void, Void> {

    private final BooleanSupplier caughtUp;
    private KeyValueStore<String, CustomerPattern> customers;

    CustomersProcessor(BooleanSupplier caughtUp) {
        this.caughtUp = caughtUp;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.customers = context.getStateStore(Stores.CUSTOMERS);
        Whole.mark(context, customers, CustomerPattern.NONE, caughtUp);
    }

    @Override
    public void process(Record<String, CustomerEntry> record) {
        var known = customers.get(record.key());
        var before = known == null ? CustomerPattern.NONE : known;
        var after = before.with(record.value());
        if (after != before) {
            customers.put(record.key(), after);
        }
    }
}
