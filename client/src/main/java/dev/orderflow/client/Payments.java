package dev.orderflow.client;

import dev.orderflow.client.model.Payment;
import dev.orderflow.client.model.Reconciliation;
import java.util.UUID;

/** What operators see of payments. */
public final class Payments {

    private static final int MOST = 200;

    private final Calls calls;

    Payments(Calls calls) {
        this.calls = calls;
    }

    public Call<Payment> get(UUID order) {
        return calls.of(
                Operations.GET_PAYMENT, Request.of(Operations.GET_PAYMENT).path("orderId", order));
    }

    /** What the provider's books and ours don't agree on. */
    public Call<Reconciliation> differences() {
        return calls.of(
                Operations.LIST_DIFFERENCES,
                Request.of(Operations.LIST_DIFFERENCES).query("limit", MOST));
    }
}
