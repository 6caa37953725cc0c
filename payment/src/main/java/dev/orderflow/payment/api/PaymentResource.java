package dev.orderflow.payment.api;

import dev.orderflow.payment.persistence.PaymentRepository;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/payments")
@RolesAllowed(Roles.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public class PaymentResource {

    private final PaymentRepository payments;

    @Inject
    PaymentResource(PaymentRepository payments) {
        this.payments = payments;
    }

    @GET
    @Path("/{orderId}")
    @PrivateData
    @Operation(operationId = "getPayment", summary = "The payment of an order, and every answer that the provider gave")
    @APIResponse(responseCode = "200", description = "What is known of the payment now")
    public Uni<PaymentView> get(@PathParam("orderId") UUID orderId) {
        return payments.find(orderId)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("payment"))
                .map(PaymentView::of);
    }
}
