package dev.orderflow.order.api;

import dev.orderflow.contracts.value.Contact;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the recipient is told what happens. The lengths are RFC 5321's, E.164's and RFC 5646's. */
@RegisterForReflection
@Schema(name = "NewContact")
record ContactRequest(
        @NotBlank @Line(max = 254) @Email(message = "must be an e-mail address") @Schema(format = "email")
        String email,

        @Pattern(regexp = "(\\+[1-9][0-9]{1,14})?", message = "must be an E.164 number, +4930123456 for instance")
        String phone,

        @Line(max = 35)
        @Pattern(
                regexp = "([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,17})?",
                message = "must be a BCP 47 language tag, de-DE for instance")
        String locale) {

    Contact contact() {
        return new Contact(email, Texts.given(phone), Texts.given(locale));
    }

    /** Tells nothing, so that a contact never reaches a log by accident. */
    @Override
    public String toString() {
        return "ContactRequest[personal]";
    }
}
