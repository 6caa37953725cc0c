package dev.orderflow.analytics.streams;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.analytics.domain.CustomerPattern;
import dev.orderflow.analytics.domain.OrderHistory;
import dev.orderflow.analytics.domain.Tally;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The state of a partition. Each store has a compacted topic behind it, from which it is restored on whichever replica takes
 * the partition; without a cache, so that a question sees what was counted a moment ago.
 */
public final class Stores {

    /** By order id; of the partitions of {@code order-events}. */
    static final String ORDERS = "orders";
    /** By {@link dev.orderflow.analytics.domain.Figure}; of the same partitions: each has a share of every figure. */
    public static final String FIGURES = "figures";
    /** By customer id; of partitions by that id. */
    public static final String CUSTOMERS = "customers";

    private final ObjectMapper json;
    private final Map<String, String> topic;

    Stores(ObjectMapper json, Duration compactionLag) {
        this.json = json;
        this.topic = Map.of(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(compactionLag.toMillis()));
    }

    StoreBuilder<KeyValueStore<String, OrderHistory>> orders() {
        return store(ORDERS, OrderHistory.class);
    }

    StoreBuilder<KeyValueStore<String, Tally>> figures() {
        return store(FIGURES, Tally.class);
    }

    StoreBuilder<KeyValueStore<String, CustomerPattern>> customers() {
        return store(CUSTOMERS, CustomerPattern.class);
    }

    private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
        var files = org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name);
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        files, Serdes.String(), new JsonSerde<>(json, type))
                .withLoggingEnabled(topic);
    }
}
