package dev.orderflow.shipping.api;

import dev.orderflow.messaging.event.UndecodableEventException;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.shipping.carrier.CarrierWebhooks;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Answers 200 only when what was told is durable; the carrier repeats everything else. */
@Path("/webhooks/carriers")
public class CarrierWebhookResource {

    @Inject
    CarrierWebhooks webhooks;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "What the carrier tells of its parcels, signed by it")
    public Uni<Response> take(@HeaderParam("X-Hmac-Signature") String signature, byte[] body) {
        if (!webhooks.isGenuine(body, signature)) {
            throw ShippingProblems.BAD_SIGNATURE.because("X-Hmac-Signature does not fit the body");
        }
        return webhooks.take(body)
                .onFailure(UndecodableEventException.class)
                .transform(failure -> Problems.invalid("body", "must be an event of the carrier"))
                .replaceWith(() -> Response.ok().build());
    }
}
