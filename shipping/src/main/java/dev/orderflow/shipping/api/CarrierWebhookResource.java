package dev.orderflow.shipping.api;

import dev.orderflow.messaging.event.UndecodableEventException;
import dev.orderflow.platform.openapi.DescribedApi;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.shipping.carrier.CarrierWebhooks;
import dev.orderflow.shipping.carrier.WebhookProof;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Answers 200 only when what was told is durable; the carrier repeats everything else. */
@Path("/webhooks/carriers")
@Tag(name = "webhooks")
public class CarrierWebhookResource {

    @Inject
    CarrierWebhooks webhooks;

    @POST
    @PermitAll
    @ResponseStatus(200)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "takeCarrierEvent",
            summary = "Take what the carrier tells of its parcels, signed by it",
            extensions = @Extension(name = DescribedApi.ANY_QUERY, value = "true", parseValue = true))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description =
                                                    "An event of EasyPost's API. Where it has an X-Hmac-Signature-V2, over"
                                                            + " X-Timestamp, POST, X-Path and the body, that one counts")))
    @APIResponse(responseCode = "200", description = "It is durable, or about no parcel of ours")
    @APIResponse(responseCode = "400", description = "bad-signature, invalid-request")
    public Uni<Void> take(
            @HeaderParam("X-Hmac-Signature") String signature, @Context HttpHeaders headers, byte[] body) {
        var proof = new WebhookProof(
                signature,
                headers.getHeaderString("X-Hmac-Signature-V2"),
                headers.getHeaderString("X-Timestamp"),
                headers.getHeaderString("X-Path"));
        if (!webhooks.isGenuine(body, proof)) {
            throw ShippingProblems.BAD_SIGNATURE.because("the signature does not fit the body, or is too old");
        }
        return webhooks.take(body)
                .onFailure(UndecodableEventException.class)
                .transform(failure -> Problems.invalid("body", "must be an event of the carrier"));
    }
}
