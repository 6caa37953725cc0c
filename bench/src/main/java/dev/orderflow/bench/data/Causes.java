package dev.orderflow.bench.data;

/** Which event of a participant led to a step of an order. */
record Causes(String service, String type) {

    /** Null if no participant's event did. */
    static Causes of(Step step) {
        return switch (step) {
            case PLACED, RECALL_REQUESTED, RETURN_ACCEPTED, STUCK -> null;
            case PAYMENT_REQUESTED -> inventory("stock-reserved");
            case CANCELLED_AT_ONCE -> inventory("stock-rejected");
            case STOCK_RELEASED -> inventory("stock-released");
            case STOCK_RESTOCKED -> inventory("stock-restocked");
            case CONFIRMED -> payment("completed");
            case PAYMENT_DECLINED, CANCELLED_UNPAID -> payment("declined");
            case PAYMENT_REFUNDED, CLOSED, RETURN_CLOSED -> payment("refunded");
            case TRACKED -> shipping("scheduled");
            case SHIPPED -> shipping("dispatched");
            case DELIVERED -> shipping("delivered");
            case SHIPMENT_REJECTED, CANCELLED_PAID -> shipping("rejected");
            case SHIPMENT_CANCELLED -> shipping("cancelled");
            case RETURNED -> shipping("return-received");
        };
    }

    private static Causes inventory(String event) {
        return new Causes("inventory", "orderflow.inventory." + event);
    }

    private static Causes payment(String event) {
        return new Causes("payment", "orderflow.payment." + event);
    }

    private static Causes shipping(String event) {
        return new Causes("shipping", "orderflow.shipping." + event);
    }
}
