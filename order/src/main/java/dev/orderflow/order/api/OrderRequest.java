package dev.orderflow.order.api;

import dev.orderflow.contracts.value.Contact;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.order.application.NewOrder;
import dev.orderflow.order.domain.Recipient;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client sends to place an order. It names no price: prices come from the server alone. */
@RegisterForReflection
@Schema(name = "NewOrder")
record OrderRequest(
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid ItemRequest> items,
        @NotNull @Valid AddressRequest shippingAddress,
        @NotNull @Valid PaymentRequest payment,

        @Line(max = 100) @Schema(description = "The shop's own name for the order")
        String reference,

        @Valid @Schema(description = "If left out, the token's e-mail address is the contact")
        ContactRequest contact,

        @Schema(description = "What the customer was told; another total is refused as price-changed")
        Money expectedTotal) {

    /**
     * @param email where mail goes if the order names no contact
     * @param hold the name of its hold on stock
     */
    NewOrder order(UUID id, String customerId, Optional<String> email, String hold) {
        return new NewOrder(
                id,
                customerId,
                Texts.given(reference),
                items.stream().map(ItemRequest::item).toList(),
                new Recipient(shippingAddress.address(), contact(email)),
                payment.means(),
                expectedTotal,
                hold);
    }

    private Contact contact(Optional<String> email) {
        return contact == null
                ? email.map(address -> new Contact(address, null, null)).orElse(null)
                : contact.contact();
    }
}
