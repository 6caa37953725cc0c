package dev.orderflow.payment.api;

import dev.orderflow.payment.gateway.WebhookIntake;
import dev.orderflow.platform.openapi.DescribedApi;
import dev.orderflow.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where the provider reports. Its signature stands for a token; 200 means that it need not send this again. */
@Path("/webhooks/payments")
@PermitAll
@Tag(name = "webhooks")
public class WebhookResource {

    private final WebhookIntake intake;

    @Inject
    WebhookResource(WebhookIntake intake) {
        this.intake = intake;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(200)
    @Operation(
            operationId = "takePaymentEvent",
            summary = "Take an event of the payment provider",
            extensions = @Extension(name = DescribedApi.ANY_QUERY, value = "true", parseValue = true))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "An event of Stripe's API")))
    @APIResponse(responseCode = "200", description = "It is stored, was stored before, or is no concern of ours")
    @APIResponse(responseCode = "400", description = "invalid-signature, invalid-request")
    public Uni<Void> take(@HeaderParam("Stripe-Signature") String signature, byte[] body) {
        if (!intake.isGenuine(signature, body)) {
            throw WebhookProblems.INVALID_SIGNATURE.because("Stripe-Signature is missing, wrong or too old");
        }
        try {
            return intake.take(body);
        } catch (IllegalArgumentException malformed) {
            throw Problems.invalid("body", "is not an event of the payment provider");
        }
    }
}
