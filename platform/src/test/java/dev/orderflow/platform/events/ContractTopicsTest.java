package dev.orderflow.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.Topic;
import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.topic.TopicSpec;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class ContractTopicsTest {

    @Test
    void namesAllTopicsAndItsOwnForDeadLetters() {
        var names = Stream.concat(Arrays.stream(Topic.values()).map(Topic::topicName), Stream.of("order-dead-letters"));

        assertThat(topics("order")).extracting(TopicSpec::name).containsExactlyInAnyOrderElementsOf(names.toList());
    }

    @Test
    void ownsWhatItPublishes() {
        assertThat(topics("order"))
                .filteredOn(TopicSpec::owned)
                .extracting(TopicSpec::name)
                .containsExactlyInAnyOrder("order-events", "customer-events", "order-dead-letters");
    }

    @Test
    void keepsHistoryForAWhileAndStateForEver() {
        assertThat(topic("inventory", "inventory-events").settings())
                .isEqualTo(TopicSpec.deletedAfter(Duration.ofDays(7)));
        assertThat(topic("inventory", "inventory-dead-letters").settings())
                .isEqualTo(TopicSpec.deletedAfter(Duration.ofDays(30)));
        assertThat(topic("inventory", "product-events").settings())
                .isEqualTo(TopicSpec.compactedAfter(Duration.ofHours(1), Duration.ofDays(7)));
        assertThat(topic("inventory", "product-events").partitions()).isEqualTo(12);
        assertThat(topic("inventory", "product-events").replication()).isEmpty();
    }

    @Test
    void doesAsItIsConfigured() {
        var config = Map.of(
                "partitions", "6",
                "replication", "3",
                "retention", "2d",
                "topic.\"order-events\".retention", "20d",
                "topic.\"order-events\".partitions", "24",
                "topic.\"order-dead-letters\".retention", "90d");

        var orders = topic("order", "order-events", config);
        assertThat(orders.partitions()).isEqualTo(24);
        assertThat(orders.replication()).contains((short) 3);
        assertThat(orders.settings()).isEqualTo(TopicSpec.deletedAfter(Duration.ofDays(20)));
        var customers = topic("order", "customer-events", config);
        assertThat(customers.partitions()).isEqualTo(6);
        assertThat(customers.settings()).isEqualTo(TopicSpec.deletedAfter(Duration.ofDays(2)));
        assertThat(topic("order", "order-dead-letters", config).settings())
                .isEqualTo(TopicSpec.deletedAfter(Duration.ofDays(90)));
    }

    private static TopicSpec topic(String service, String name) {
        return topic(service, name, Map.of());
    }

    private static TopicSpec topic(String service, String name, Map<String, String> config) {
        return topics(service, config).stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Collection<TopicSpec> topics(String service) {
        return topics(service, Map.of());
    }

    private static Collection<TopicSpec> topics(String service, Map<String, String> config) {
        var values = new HashMap<String, String>();
        values.put("orderflow.messaging.service", service);
        config.forEach((name, value) -> values.put("orderflow.messaging.topics." + name, value));
        var mapping = new SmallRyeConfigBuilder()
                .withMapping(MessagingConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverters(new Converter<?>[] {new DurationConverter()})
                .build()
                .getConfigMapping(MessagingConfig.class);
        return new ContractTopics(mapping).topics();
    }
}
