package dev.orderflow.notification.domain;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import java.util.Optional;

/** Which steps of an order its customer is told about, and what. */
public final class Messages {

    private Messages() {}

    /**
     * In English, as long as nobody asks for another language. Empty for steps that concern the shop alone, and for the
     * repetition of a request that was told before.
     */
    public static Optional<Message> about(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed ->
                tell(
                        Template.ORDER_PLACED,
                        Facts.ofLines(placed.lines(), placed.total()).on(placed.placedAt()));
            case OrderConfirmed confirmed ->
                tell(Template.ORDER_CONFIRMED, Facts.ofLines(confirmed.lines(), confirmed.total()));
            case OrderShipped shipped -> tell(Template.ORDER_SHIPPED, Facts.ofParcel(shipped));
            case OrderDelivered delivered -> tell(Template.ORDER_DELIVERED, Facts.NONE.on(delivered.deliveredAt()));
            case OrderCancelled cancelled ->
                tell(Template.ORDER_CANCELLED, Facts.ofReason(Reason.of(cancelled)))
                        .filter(message -> cancelled.round() == 1);
            case OrderClosed closed ->
                tell(Template.ORDER_CANCELLED, Facts.ofReason(Reason.of(closed)))
                        .filter(message -> Boolean.FALSE.equals(closed.announced()));
            case ReturnAccepted accepted ->
                tell(Template.RETURN_ACCEPTED, Facts.NONE).filter(message -> !isRepeated(accepted));
            case ReturnClosed closed -> tell(Template.RETURN_CLOSED, Facts.ofRefund(closed.refunded()));
            case PaymentRequested ignored -> Optional.empty();
            case ShipmentRecallRequested ignored -> Optional.empty();
            case OrderReturned ignored -> Optional.empty();
            case OrderStuck ignored -> Optional.empty();
        };
    }

    /** Who doesn't say so counts the rounds of all of an order's returns: then only of the first it is sure. */
    private static boolean isRepeated(ReturnAccepted accepted) {
        return accepted.repeated() == null ? accepted.round() > 1 : accepted.repeated();
    }

    private static Optional<Message> tell(Template template, Facts facts) {
        return Optional.of(new Message(template, facts, Language.EN));
    }
}
