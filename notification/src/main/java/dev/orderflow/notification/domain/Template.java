package dev.orderflow.notification.domain;

/** What a customer can be told. The name is stable: it is published, stored and names the mail's templates. */
public enum Template {
    ORDER_PLACED("order-placed", "We have received your order"),
    ORDER_CONFIRMED("order-confirmed", "Your order is confirmed"),
    ORDER_SHIPPED("order-shipped", "Your order is on its way"),
    ORDER_DELIVERED("order-delivered", "Your order has been delivered"),
    ORDER_CANCELLED("order-cancelled", "Your order has been cancelled"),
    RETURN_ACCEPTED("return-accepted", "We have accepted your return"),
    RETURN_CLOSED("return-closed", "Your return is complete");

    private final String templateName;
    private final String subject;

    Template(String templateName, String subject) {
        this.templateName = templateName;
        this.subject = subject;
    }

    public String templateName() {
        return templateName;
    }

    /** What a webhook calls it: {@code order.placed}. */
    public String eventName() {
        return templateName.replaceFirst("-", ".");
    }

    public String subject() {
        return subject;
    }
}
