package dev.orderflow.inventory.persistence;

import dev.orderflow.contracts.value.SkuQuantity;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The shape of the jsonb column, for native images. */
@RegisterForReflection(targets = {SkuQuantity.class, SkuQuantity[].class})
final class NativeTypes {

    private NativeTypes() {}
}
