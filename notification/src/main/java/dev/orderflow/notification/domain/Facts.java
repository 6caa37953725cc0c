package dev.orderflow.notification.domain;

import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import java.time.Instant;
import java.util.List;

/**
 * What a message says beside its template's own words. Holds no personal data, so that it may be kept; what a template
 * does not need is null or empty.
 *
 * @param reason in English, as webhooks tell it
 * @param because the same for any language; null beside a reason that an older release stored
 * @param at when it happened; null if an older release stored it
 */
public record Facts(
        List<OrderLine> lines,
        Money total,
        String carrier,
        String trackingNumber,
        String reason,
        Money refunded,
        Reason because,
        Instant at) {

    public static final Facts NONE = new Facts(List.of(), null, null, null, null, null, null, null);

    public Facts {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    static Facts ofLines(List<OrderLine> lines, Money total) {
        return new Facts(lines, total, null, null, null, null, null, null);
    }

    static Facts ofParcel(OrderShipped shipped) {
        var because = shipped.cancellationRefused() ? Reason.TOO_LATE : null;
        return new Facts(
                List.of(),
                null,
                shipped.carrier(),
                shipped.trackingNumber(),
                english(because),
                null,
                because,
                shipped.dispatchedAt());
    }

    static Facts ofReason(Reason because) {
        return new Facts(List.of(), null, null, null, english(because), null, because, null);
    }

    static Facts ofRefund(Money refunded) {
        return new Facts(List.of(), null, null, null, null, refunded, null, null);
    }

    Facts on(Instant happened) {
        return new Facts(lines, total, carrier, trackingNumber, reason, refunded, because, happened);
    }

    /** Null if there is none; in English if it was stored before there were other languages. */
    public String reasonIn(Language language) {
        return because == null ? reason : because.in(language);
    }

    private static String english(Reason because) {
        return because == null ? null : because.in(Language.EN);
    }
}
