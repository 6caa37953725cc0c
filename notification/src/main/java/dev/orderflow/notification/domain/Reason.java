package dev.orderflow.notification.domain;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;

/** Why something went otherwise than its customer wished, in words for them. The name is stored. */
public enum Reason {
    OUT_OF_STOCK("What you ordered is out of stock.", "주문하신 상품이 품절되었습니다."),
    PAYMENT_DECLINED("Your payment was declined.", "결제가 승인되지 않았습니다."),
    UNDELIVERABLE("We can't deliver to the address that you gave.", "입력해 주신 주소로는 배송해 드릴 수 없습니다."),
    TIMED_OUT("We could not complete it in time.", "정해진 시간 안에 주문을 처리하지 못했습니다."),
    YOUR_WISH("You asked us to cancel it.", "고객님의 요청에 따라 취소해 드렸습니다."),
    OUR_STAFF("Our staff had to cancel it.", "부득이한 사정으로 판매자가 주문을 취소하였습니다."),
    OTHER("We could not complete it.", "주문 처리를 완료하지 못했습니다."),
    TOO_LATE("Your cancellation came too late: it had left already.", "취소를 요청하셨을 때는 이미 상품이 발송된 뒤여서 취소해 드리지 못했습니다.");

    private final Words words;

    Reason(String english, String korean) {
        this.words = new Words(english, korean);
    }

    public String in(Language language) {
        return words.in(language);
    }

    /**
     * A person's reason is free text of their own, so only who it was is told. A general sentence for a reason that this
     * release doesn't know: internals are no message for a customer.
     */
    static Reason of(OrderCancelled cancelled) {
        return of(cancelled.requestedBy(), cancelled.reason());
    }

    /** As {@link #of(OrderCancelled)}; what the operator recorded is for the timeline. */
    static Reason of(OrderClosed closed) {
        return of(closed.requestedBy(), closed.reason());
    }

    private static Reason of(String requestedBy, String reason) {
        return switch (requestedBy) {
            case "CUSTOMER" -> YOUR_WISH;
            case "OPERATOR" -> OUR_STAFF;
            default -> named(reason);
        };
    }

    private static Reason named(String reason) {
        return switch (reason) {
            case "out-of-stock" -> OUT_OF_STOCK;
            case "payment-declined" -> PAYMENT_DECLINED;
            case "undeliverable" -> UNDELIVERABLE;
            case "timed-out" -> TIMED_OUT;
            default -> OTHER;
        };
    }
}
