package dev.orderflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void onlyStateIsCompacted() {
        assertThat(Topic.values()).filteredOn(Topic::compacted).containsExactly(Topic.PRODUCT_EVENTS);
    }

    @Test
    void namesAreThoseOnTheBroker() {
        assertThat(Arrays.stream(Topic.values()).map(Topic::topicName))
                .containsExactly(
                        "order-events",
                        "customer-events",
                        "inventory-events",
                        "product-events",
                        "payment-events",
                        "shipping-events",
                        "user-notifications");
        assertThat(Topics.deadLetters("payment")).isEqualTo("payment-dead-letters");
    }

    @Test
    void findsATopicByName() {
        assertThat(Topic.named(Topics.SHIPPING_EVENTS)).contains(Topic.SHIPPING_EVENTS);
        assertThat(Topic.named("payment-dead-letters")).isEmpty();
    }
}
