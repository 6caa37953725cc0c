package dev.orderflow.notification.domain;

import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import java.util.List;

/**
 * What a message says beside its template's own words. Holds no personal data, so that it may be kept; what a template
 * does not need is null or empty.
 */
public record Facts(
        List<OrderLine> lines, Money total, String carrier, String trackingNumber, String reason, Money refunded) {

    public static final Facts NONE = new Facts(List.of(), null, null, null, null, null);

    public Facts {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    static Facts ofLines(List<OrderLine> lines, Money total) {
        return new Facts(lines, total, null, null, null, null);
    }

    static Facts ofParcel(OrderShipped shipped) {
        var refused = shipped.cancellationRefused() ? "Your cancellation came too late: it had left already." : null;
        return new Facts(List.of(), null, shipped.carrier(), shipped.trackingNumber(), refused, null);
    }

    static Facts ofReason(String reason) {
        return new Facts(List.of(), null, null, null, reason, null);
    }

    static Facts ofRefund(Money refunded) {
        return new Facts(List.of(), null, null, null, null, refunded);
    }
}
