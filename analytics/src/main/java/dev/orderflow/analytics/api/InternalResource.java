package dev.orderflow.analytics.api;

import dev.orderflow.analytics.domain.CustomerPattern;
import dev.orderflow.analytics.fleet.Fleet;
import dev.orderflow.analytics.fleet.LocalState;
import dev.orderflow.analytics.fleet.Share;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * This replica's own part, for the others, who come with the token of whom they answer: nobody sees more by this way than by
 * the public one. It is routed from nowhere outside, and in no description.
 */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
class InternalResource {

    private final LocalState local;
    private final Fleet fleet;
    private final Caller caller;

    @Inject
    InternalResource(LocalState local, Fleet fleet, Caller caller) {
        this.local = local;
        this.fleet = fleet;
        this.caller = caller;
    }

    @GET
    @Path("/figures")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(hidden = true)
    public Share figures(@QueryParam("first") String first, @QueryParam("last") String last) {
        if (first == null || last == null || first.compareTo(last) > 0) {
            throw Problems.invalid("first", "must be given, and not be above \"last\"");
        }
        return local.figures(first, last);
    }

    @GET
    @Path("/customers/{id}")
    @RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
    @PrivateData
    @Operation(hidden = true)
    public CustomerPattern customer(@PathParam("id") String id) {
        if (!caller.maySee(id)) {
            throw Problems.notFound("customer");
        }
        return fleet.customerHere(id);
    }
}
