package dev.orderflow.analytics.api;

import dev.orderflow.analytics.fleet.Fleet;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer's own pattern, or anybody's to an operator. */
@Path("/analytics/customers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@PrivateData
@Tag(name = "analytics")
class CustomerResource {

    private final Fleet fleet;
    private final Caller caller;

    @Inject
    CustomerResource(Fleet fleet, Caller caller) {
        this.fleet = fleet;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCustomerPattern", summary = "How a customer orders")
    @APIResponse(responseCode = "200", description = "All zero for who has never ordered, or was erased since")
    @APIResponse(responseCode = "404", description = "Another customer, as a customer sees it")
    public CustomerView pattern(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String token) {
        if (!caller.maySee(id)) {
            throw Problems.notFound("customer");
        }
        return CustomerView.of(id, fleet.customer(token, id));
    }
}
