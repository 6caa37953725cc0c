package dev.orderflow.contracts;

/** Names of topics as constants, for annotations; {@link Topic} says more about each. */
public final class Topics {

    public static final String ORDER_EVENTS = "order-events";
    public static final String CUSTOMER_EVENTS = "customer-events";
    public static final String INVENTORY_EVENTS = "inventory-events";
    public static final String PRODUCT_EVENTS = "product-events";
    public static final String PAYMENT_EVENTS = "payment-events";
    public static final String SHIPPING_EVENTS = "shipping-events";
    public static final String USER_NOTIFICATIONS = "user-notifications";

    /** Partitions of a topic unless configured otherwise. Fixed for the life of a topic: the key decides by it. */
    public static final int PARTITIONS = 12;

    private Topics() {}

    /** The topic with a copy of each dead letter of a service, for alerts and tools; nothing replays from it. */
    public static String deadLetters(String service) {
        return service + "-dead-letters";
    }
}
