package dev.orderflow.analytics.streams;

import dev.orderflow.analytics.domain.CustomerEntry;
import dev.orderflow.analytics.domain.Figure;
import dev.orderflow.analytics.domain.Observation;
import dev.orderflow.analytics.domain.OrderHistory;
import dev.orderflow.analytics.domain.Tally;
import dev.orderflow.analytics.domain.Tally.Count;
import dev.orderflow.analytics.streams.Received.Known;
import dev.orderflow.analytics.streams.Received.Skipped;
import dev.orderflow.contracts.order.OrderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Exactly once into the figures: what an order was seen to reach is remembered in the same transaction that counts it, so
 * that an event which comes again, from the relay or from Kafka, adds nothing.
 */
final class OrderEventsProcessor implements Processor<String, byte[], String, CustomerEntry> {

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final EventReader reader;
    private final Skips skips;
    private final Retention retention;
    private final BooleanSupplier caughtUp;
    private ProcessorContext<String, CustomerEntry> context;
    private KeyValueStore<String, OrderHistory> orders;
    private KeyValueStore<String, Tally> figures;

    OrderEventsProcessor(EventReader reader, Skips skips, Retention retention, BooleanSupplier caughtUp) {
        this.reader = reader;
        this.skips = skips;
        this.retention = retention;
        this.caughtUp = caughtUp;
    }

    @Override
    public void init(ProcessorContext<String, CustomerEntry> itsContext) {
        this.context = itsContext;
        this.orders = context.getStateStore(Stores.ORDERS);
        this.figures = context.getStateStore(Stores.FIGURES);
        context.schedule(BETWEEN_SWEEPS, PunctuationType.WALL_CLOCK_TIME, now -> retention.sweep(now, orders, figures));
        Whole.mark(context, figures, Tally.NOTHING, caughtUp);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        switch (reader.read(record.headers(), record.value())) {
            case Known(OrderEvent event, var at) -> {
                var before = orders.get(event.key());
                observe(record, event, before == null ? OrderHistory.NONE : before, at);
            }
            case Known other ->
                tell(new Skipped(Ignored.UNKNOWN, other.event().getClass().getSimpleName()));
            case Skipped skipped -> tell(skipped);
        }
    }

    private void observe(Record<String, byte[]> record, OrderEvent event, OrderHistory before, Instant at) {
        var observed = Observation.of(before, event, at);
        if (observed.history() == before) {
            skips.count(Observation.concerns(event) ? Ignored.REPEATED : Ignored.NO_FIGURE);
            return;
        }
        orders.put(event.key(), observed.history());
        observed.tallies().forEach(this::add);
        observed.lapses().forEach(lapse -> add(Latencies.figure(lapse), Tally.of(Count.ORDERS, 1)));
        observed.entries()
                .forEach(entry -> context.forward(new Record<>(event.customerId(), entry, record.timestamp())));
    }

    private void add(Figure figure, Tally tally) {
        var before = figures.get(figure.key());
        figures.put(figure.key(), before == null ? tally : before.plus(tally));
    }

    private void tell(Skipped skipped) {
        context.recordMetadata().ifPresent(where -> skips.tell(skipped, where));
    }
}
