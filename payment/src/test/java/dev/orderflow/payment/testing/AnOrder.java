package dev.orderflow.payment.testing;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.SkuQuantity;
import dev.orderflow.messaging.event.EventIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order of a test, and what order would say of it. */
public record AnOrder(UUID id, String customer, Money total, String token, Instant payBy) {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    public static AnOrder paidWith(String token) {
        return new AnOrder(
                EventIds.next(),
                "c-" + UUID.randomUUID(),
                Money.of("129.90", "EUR"),
                token,
                Instant.now().plus(A_WHILE));
    }

    public AnOrder costing(Money amount) {
        return new AnOrder(id, customer, amount, token, payBy);
    }

    public AnOrder payableFor(Duration time) {
        return new AnOrder(id, customer, total, token, Instant.now().plus(time));
    }

    public PaymentRequested paymentRequested() {
        return new PaymentRequested(id, customer, total, "CARD", payBy, token);
    }

    public OrderCancelled cancelled(int round) {
        return new OrderCancelled(
                id, customer, "changed my mind", "CUSTOMER", List.of(Due.STOCK, Due.PAYMENT), null, round);
    }

    public OrderReturned returned(int round) {
        return new OrderReturned(
                id, customer, List.of(new SkuQuantity("LAMP-1", 1)), total, List.of(Due.STOCK, Due.PAYMENT), round);
    }
}
