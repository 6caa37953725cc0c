package dev.orderflow.order.api;

import dev.orderflow.contracts.value.Address;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an order goes. */
@RegisterForReflection
@Schema(name = "NewAddress")
record AddressRequest(
        @NotBlank @Line(max = 200) String recipient,
        @NotBlank @Line(max = 200) String line1,
        @Line(max = 200) String line2,
        @NotBlank @Line(max = 100) String city,
        @Line(max = 100) String region,
        @NotBlank @Line(max = 20) String postalCode,

        @NotNull @CountryCode @Schema(description = "ISO 3166-1 alpha-2", pattern = "[A-Z]{2}", examples = "DE")
        String country) {

    Address address() {
        return new Address(recipient, line1, Texts.given(line2), city, Texts.given(region), postalCode, country);
    }

    /** Tells nothing, so that an address never reaches a log by accident. */
    @Override
    public String toString() {
        return "AddressRequest[personal]";
    }
}
