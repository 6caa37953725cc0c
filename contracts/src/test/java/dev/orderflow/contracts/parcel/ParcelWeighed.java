package dev.orderflow.contracts.parcel;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.OrderScoped;
import java.util.UUID;

/** An event that was changed twice; only tests know it. */
@EventType(
        name = "test.parcel.weighed",
        version = 3,
        upcasters = {WeightAsGrams.class, GramsAsMass.class})
public record ParcelWeighed(UUID orderId, String customerId, Mass mass, String scale) implements OrderScoped {

    public record Mass(int value, String unit) {}
}
