package dev.orderflow.client;

import dev.orderflow.client.model.Shipment;
import java.util.UUID;

/** Parcels. */
public final class Shipments {

    private final Calls calls;

    Shipments(Calls calls) {
        this.calls = calls;
    }

    /** For the order's customer and operators. */
    public Call<Shipment> get(UUID order) {
        return calls.of(
                Operations.GET_SHIPMENT, Request.of(Operations.GET_SHIPMENT).path("orderId", order));
    }
}
