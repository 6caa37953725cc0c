package dev.orderflow.contracts;

import java.util.Arrays;
import java.util.Optional;

/** A topic and the one service that publishes to it. Every topic has {@link Topics#PARTITIONS} partitions by default. */
public enum Topic {
    ORDER_EVENTS(Topics.ORDER_EVENTS, "order", false),
    CUSTOMER_EVENTS(Topics.CUSTOMER_EVENTS, "order", false),
    INVENTORY_EVENTS(Topics.INVENTORY_EVENTS, "inventory", false),
    PRODUCT_EVENTS(Topics.PRODUCT_EVENTS, "inventory", true),
    PAYMENT_EVENTS(Topics.PAYMENT_EVENTS, "payment", false),
    SHIPPING_EVENTS(Topics.SHIPPING_EVENTS, "shipping", false),
    USER_NOTIFICATIONS(Topics.USER_NOTIFICATIONS, "notification", false);

    private final String topicName;
    private final String owner;
    private final boolean compacted;

    Topic(String topicName, String owner, boolean compacted) {
        this.topicName = topicName;
        this.owner = owner;
        this.compacted = compacted;
    }

    /** The name in Kafka, {@code order-events} for instance. */
    public String topicName() {
        return topicName;
    }

    /** The service that publishes here; no other does. */
    public String owner() {
        return owner;
    }

    /** Whether only the newest event of each key is sure to be kept: state rather than history. */
    public boolean compacted() {
        return compacted;
    }

    /** The topic with this name in Kafka; empty for dead letters and strangers. */
    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}
