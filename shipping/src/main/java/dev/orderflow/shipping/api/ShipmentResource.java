package dev.orderflow.shipping.api;

import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import dev.orderflow.shipping.persistence.ShipmentEntity;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
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

@Path("/shipments")
@Produces(MediaType.APPLICATION_JSON)
@PrivateData
@Tag(name = "shipments")
public class ShipmentResource {

    @Inject
    Caller caller;

    @GET
    @Path("/{orderId}")
    @RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
    @WithSession
    @Operation(operationId = "getShipment", summary = "The parcel of an order, for its customer or an operator")
    @APIResponse(responseCode = "200", description = "Where it is; of the way back once there is one")
    public Uni<ShipmentView> ofOrder(@PathParam("orderId") UUID orderId) {
        return ShipmentEntity.<ShipmentEntity>findById(orderId)
                .onItem()
                .ifNotNull()
                .transform(shipment -> caller.maySee(shipment.customerId) ? ShipmentView.of(shipment) : null)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.NOT_FOUND.because("There is no shipment of this order"));
    }
}
