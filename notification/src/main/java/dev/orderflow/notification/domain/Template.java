package dev.orderflow.notification.domain;

/** What a customer can be told. The name is stable: it is published, stored and names the mail's templates. */
public enum Template {
    ORDER_PLACED("order-placed", new Words("We have received your order", "주문이 접수되었습니다")),
    ORDER_CONFIRMED("order-confirmed", new Words("Your order is confirmed", "주문이 확정되었습니다")),
    ORDER_SHIPPED("order-shipped", new Words("Your order is on its way", "상품이 발송되었습니다")),
    ORDER_DELIVERED("order-delivered", new Words("Your order has been delivered", "배송이 완료되었습니다")),
    ORDER_CANCELLED("order-cancelled", new Words("Your order has been cancelled", "주문이 취소되었습니다")),
    RETURN_ACCEPTED("return-accepted", new Words("We have accepted your return", "반품 신청이 승인되었습니다")),
    RETURN_CLOSED("return-closed", new Words("Your return is complete", "반품 처리가 완료되었습니다"));

    private final String templateName;
    private final Words subject;

    Template(String templateName, Words subject) {
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

    public String subject(Language language) {
        return subject.in(language);
    }
}
