package dev.orderflow.analytics.streams;

import static dev.orderflow.analytics.testing.AnOrder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.analytics.domain.CustomerPattern;
import dev.orderflow.analytics.domain.Milestone;
import dev.orderflow.analytics.domain.Tally;
import dev.orderflow.analytics.domain.Tally.Count;
import dev.orderflow.analytics.testing.AnOrder;
import dev.orderflow.analytics.testing.Records;
import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.value.Money;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real topology with its real stores, without a broker. */
class TopologyTest {

    @TempDir
    Path directory;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AnOrder order = AnOrder.some();
    private final AtomicBoolean caughtUp = new AtomicBoolean();
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(AnalyticsConfig.class)
                .withConverters(new Converter<?>[] {new DurationConverter()})
                .build()
                .getConfigMapping(AnalyticsConfig.class);
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedFiles.class);
        var topology = new AnalyticsTopology(Records.JSON, config, registry, caughtUp::get).build();
        driver = new TopologyTestDriver(topology, properties, NOON);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void countsAnOrdersLife() {
        live(order);

        assertThat(figure("minute/2026-01-05T12:00:00Z").counts())
                .containsEntry(Count.PLACED, 1L)
                .containsEntry(Count.CONFIRMED, 1L)
                .containsEntry(Count.DELIVERED, 1L);
        assertThat(figure("minute/2026-01-05T12:00:00Z").revenue()).containsExactly(order.total());
        assertThat(figure("product/mug-blue").count(Count.PIECES)).isEqualTo(2);
        assertThat(figure("product/mug-blue").name()).isEqualTo("Blue mug");
        assertThat(figure("latency/placed-delivered/400").count(Count.ORDERS)).isOne();
        assertThat(customer(order).spent()).containsExactly(order.total());
    }

    /** As a relay does after a crash: a stretch of what it had published, in its order. */
    @Test
    void aStretchThatComesAgainChangesNothing() {
        live(order);
        var minute = figure("minute/2026-01-05T12:00:00Z");
        var pattern = customer(order);

        live(order);
        live(order);

        assertThat(figure("minute/2026-01-05T12:00:00Z")).isEqualTo(minute);
        assertThat(figure("latency/placed-delivered/400").count(Count.ORDERS)).isOne();
        assertThat(customer(order)).isEqualTo(pattern);
        assertThat(ignored(Ignored.REPEATED)).isEqualTo(10);
    }

    @Test
    void ordersAddUp() {
        live(order);
        live(order.again(NOON.plusSeconds(5)));
        publish(AnOrder.some().placed(), NOON);

        assertThat(figure("minute/2026-01-05T12:00:00Z").count(Count.PLACED)).isEqualTo(3);
        assertThat(figure("minute/2026-01-05T12:00:00Z").revenue()).containsExactly(Money.of("49.80", "EUR"));
        assertThat(figure("product/mug-blue").count(Count.PIECES)).isEqualTo(4);
        assertThat(customer(order).count(Milestone.PLACED)).isEqualTo(2);
    }

    @Test
    void whoIsErasedIsForgottenWhateverComesLater() {
        publish(order.placed(), NOON);
        publish(order.erased(NOON.plusSeconds(60)), NOON.plusSeconds(60));
        publish(order.delivered(), NOON.plusSeconds(61));

        assertThat(customer(order).counts()).isEmpty();
        assertThat(customer(order).spent()).isEmpty();
        assertThat(figure("minute/2026-01-05T12:01:00Z").revenue())
                .as("nobody's name is in a sum")
                .containsExactly(order.total());
    }

    /** The last one that was placed is delivered first. */
    @Test
    void aRenamedProductHasItsLatestName() {
        var earlier = order.called("A mug");
        var later = order.again(NOON.plusSeconds(60)).called("The mug");
        publish(earlier.placed(), NOON);
        publish(later.placed(), NOON.plusSeconds(60));
        publish(later.delivered(), NOON.plusSeconds(120));
        publish(earlier.delivered(), NOON.plusSeconds(180));

        assertThat(figure("product/mug-blue").name()).isEqualTo("The mug");
        assertThat(figure("product/mug-blue").count(Count.PIECES)).isEqualTo(4);
    }

    @Test
    void whatItCanNotReadIsCountedAndStopsNothing() {
        publish(Records.record(Topics.ORDER_EVENTS, "k", "orderflow.order.gift-wrapped", 1, NOON, new byte[0]));
        publish(Records.record(Topics.ORDER_EVENTS, "k", "orderflow.order.placed", 7, NOON, new byte[0]));
        publish(Records.record(Topics.ORDER_EVENTS, "k", "orderflow.order.placed", 1, NOON, new byte[] {'?'}));
        publish(Records.record(Topics.CUSTOMER_EVENTS, "k", "orderflow.customer.erased", 1, NOON, null));
        publish(order.stuck(), NOON);
        publish(order.placed(), NOON);

        assertThat(ignored(Ignored.UNKNOWN)).isEqualTo(2);
        assertThat(ignored(Ignored.UNREADABLE)).isEqualTo(2);
        assertThat(ignored(Ignored.NO_FIGURE)).isOne();
        assertThat(figure("minute/2026-01-05T12:00:00Z").count(Count.PLACED)).isOne();
    }

    @Test
    void forgetsOldMinutesAndOldOrders() {
        var old = AnOrder.placedAt(NOON.minus(Duration.ofDays(200)));
        publish(old.placed(), NOON.minus(Duration.ofDays(200)));
        publish(order.placed(), NOON);

        driver.advanceWallClockTime(Duration.ofHours(1));

        assertThat(driver.getKeyValueStore(Stores.ORDERS).get(old.id().toString()))
                .isNull();
        assertThat(driver.getKeyValueStore(Stores.ORDERS).get(order.id().toString()))
                .isNotNull();
        try (var all = driver.<String, Tally>getKeyValueStore(Stores.FIGURES).all()) {
            assertThat(all).toIterable().extracting(entry -> entry.key).containsExactly("minute/2026-01-05T12:00:00Z");
        }
    }

    /** What is marked is whole for ever: nobody is asked again. */
    @Test
    void saysThatItIsWholeOnceAllIsReadThatThereWas() {
        live(order);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(isWhole(Stores.FIGURES)).isFalse();
        assertThat(isWhole(Stores.CUSTOMERS)).isFalse();

        caughtUp.set(true);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(isWhole(Stores.FIGURES)).isTrue();
        assertThat(isWhole(Stores.CUSTOMERS)).isTrue();

        caughtUp.set(false);
        driver.advanceWallClockTime(Duration.ofHours(2));
        assertThat(isWhole(Stores.FIGURES)).isTrue();
    }

    private boolean isWhole(String store) {
        return driver.getKeyValueStore(store).get(Whole.KEY) != null;
    }

    private void live(AnOrder each) {
        var life = List.of(each.placed(), each.paymentRequested(), each.confirmed(), each.shipped(), each.delivered());
        for (int n = 0; n < life.size(); n++) {
            publish(life.get(n), NOON.plusMillis(100L * n));
        }
    }

    private void publish(Event event, Instant at) {
        publish(Records.record(event, at));
    }

    private void publish(ProducerRecord<String, byte[]> record) {
        driver.createInputTopic(record.topic(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), NOON));
    }

    private Tally figure(String key) {
        return driver.<String, Tally>getKeyValueStore(Stores.FIGURES).get(key);
    }

    private CustomerPattern customer(AnOrder each) {
        return driver.<String, CustomerPattern>getKeyValueStore(Stores.CUSTOMERS)
                .get(each.customer());
    }

    private double ignored(Ignored why) {
        return registry.counter(Skips.METRIC, "reason", why.label()).count();
    }
}
