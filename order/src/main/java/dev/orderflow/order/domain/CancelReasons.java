package dev.orderflow.order.domain;

/** The reasons that order gives by itself; stable, because clients decide by them. A person's own reason is free text. */
public final class CancelReasons {

    public static final String OUT_OF_STOCK = "out-of-stock";
    public static final String PAYMENT_DECLINED = "payment-declined";
    public static final String UNDELIVERABLE = "undeliverable";
    public static final String TIMED_OUT = "timed-out";
    public static final String CUSTOMER_REQUEST = "customer-request";
    public static final String OPERATOR_REQUEST = "operator-request";
    /** An operator closed a saga that nobody had asked to cancel. */
    public static final String RESOLVED_BY_HAND = "resolved-by-hand";

    private CancelReasons() {}
}
