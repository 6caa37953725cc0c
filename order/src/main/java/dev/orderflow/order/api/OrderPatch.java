package dev.orderflow.order.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of an order can be changed, as a merge patch (RFC 7396): what is left out stays, null takes a part away. */
@RegisterForReflection
@Schema(name = "OrderPatch", requiredProperties = "shippingAddress")
record OrderPatch(
        @NotNull @Schema(ref = AddressPatchSchema.NAME) JsonNode shippingAddress) {

    /** The part of an order that a patch is applied to, and is held to the rules of a new one. */
    @RegisterForReflection
    record Patched(@NotNull @Valid AddressRequest shippingAddress) {}

    /** Without the address, so that it never reaches a log by accident. */
    @Override
    public String toString() {
        return "OrderPatch[personal]";
    }
}
