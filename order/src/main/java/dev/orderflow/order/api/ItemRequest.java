package dev.orderflow.order.api;

import dev.orderflow.order.domain.pricing.Item;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** So many pieces of a product; several lines may name the same one. */
@RegisterForReflection
@Schema(name = "NewItem")
record ItemRequest(
        @NotBlank @Line(max = 64) String sku,
        @NotNull @Min(1) @Max(10_000) Integer quantity) {

    Item item() {
        return new Item(sku, quantity);
    }
}
