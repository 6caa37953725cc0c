package dev.orderflow.payment.messaging;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.payment.domain.ChargeAsked;
import dev.orderflow.payment.domain.Input;
import dev.orderflow.payment.domain.UndoAsked;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What an order event asks of payment; empty if payment is not due. */
@Singleton
final class OrderInputs {

    private final DeadlinesConfig deadlines;

    @Inject
    OrderInputs(DeadlinesConfig deadlines) {
        this.deadlines = deadlines;
    }

    Optional<Input> of(Delivery delivery) {
        return switch (delivery.payload()) {
            case PaymentRequested requested -> Optional.of(charge(requested, delivery));
            case OrderCancelled cancelled
            when cancelled.due().contains(Due.PAYMENT) ->
                Optional.of(new UndoAsked(RefundCause.CANCELLED, cancelled.round()));
            case OrderReturned returned
            when returned.due().contains(Due.PAYMENT) ->
                Optional.of(new UndoAsked(RefundCause.RETURNED, returned.round()));
            default -> Optional.empty();
        };
    }

    /**
     * The payment is named by its request: should a restored database read that again, the provider is asked with the same
     * key, and gives the answer that it gave.
     */
    private ChargeAsked charge(PaymentRequested requested, Delivery delivery) {
        var payBy = Optional.ofNullable(requested.payBy())
                .orElseGet(() -> delivery.at().plus(deadlines.pay()));
        return new ChargeAsked(delivery.id(), requested.amount(), requested.method(), payBy, requested.paymentToken());
    }
}
