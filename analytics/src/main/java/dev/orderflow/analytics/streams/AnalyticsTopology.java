package dev.orderflow.analytics.streams;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.analytics.domain.CustomerEntry;
import dev.orderflow.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Two parts. The first reads the events of a partition of orders and counts them there, each partition its share of every
 * figure, so that an event's effects are one transaction and nothing is sent about but what concerns customers. The second
 * has those by customer.
 *
 * <p>Erasures go the same way as what they erase, through one topic of our own: how many partitions the two topics have that
 * are read does not matter.
 */
@Singleton
final class AnalyticsTopology {

    private static final String CUSTOMER_ENTRIES = "customer-entries";

    private final ObjectMapper json;
    private final AnalyticsConfig config;
    private final EventReader reader;
    private final Skips skips;
    private final BooleanSupplier caughtUp;

    @Inject
    AnalyticsTopology(ObjectMapper json, AnalyticsConfig config, MeterRegistry registry, CatchUp caughtUp) {
        this(json, config, registry, (BooleanSupplier) caughtUp);
    }

    /** @param caughtUp whether all was read that there was at the beginning */
    AnalyticsTopology(ObjectMapper json, AnalyticsConfig config, MeterRegistry registry, BooleanSupplier caughtUp) {
        this.json = json;
        this.config = config;
        this.reader = new EventReader(json);
        this.skips = new Skips(registry);
        this.caughtUp = caughtUp;
    }

    /** The topic of what concerns customers, as Kafka Streams calls it. */
    static String customerEntries(String application) {
        return application + "-" + CUSTOMER_ENTRIES + "-repartition";
    }

    @Produces
    @Singleton
    Topology build() {
        var builder = new StreamsBuilder();
        var stores = new Stores(json, config.compactionLag());
        builder.addStateStore(stores.orders());
        builder.addStateStore(stores.figures());
        builder.addStateStore(stores.customers());
        ordersOf(builder)
                .merge(erasuresOf(builder))
                .repartition(Repartitioned.with(Serdes.String(), new JsonSerde<>(json, CustomerEntry.class))
                        .withName(CUSTOMER_ENTRIES))
                .process(() -> new CustomersProcessor(caughtUp), Stores.CUSTOMERS);
        return builder.build();
    }

    private KStream<String, CustomerEntry> ordersOf(StreamsBuilder builder) {
        var retention = new Retention(config.minutesKept(), config.ordersKept());
        return builder.stream(Topics.ORDER_EVENTS, asItCame())
                .process(
                        () -> new OrderEventsProcessor(reader, skips, retention, caughtUp),
                        Stores.ORDERS,
                        Stores.FIGURES);
    }

    private KStream<String, CustomerEntry> erasuresOf(StreamsBuilder builder) {
        return builder.stream(Topics.CUSTOMER_EVENTS, asItCame())
                .process(() -> new CustomerEventsProcessor(reader, skips));
    }

    private static Consumed<String, byte[]> asItCame() {
        return Consumed.with(Serdes.String(), Serdes.ByteArray());
    }
}
