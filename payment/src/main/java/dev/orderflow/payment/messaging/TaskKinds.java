package dev.orderflow.payment.messaging;

/** What the provider is asked for; each has its handler in the {@code gateway}. */
public final class TaskKinds {

    public static final String CREATE_INTENT = "create-intent";
    public static final String CONFIRM_INTENT = "confirm-intent";
    public static final String SETTLE_INTENT = "settle-intent";
    public static final String REFUND = "refund";
    public static final String WATCH_REFUND = "watch-refund";

    private TaskKinds() {}
}
