package dev.orderflow.platform.sample;

import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import dev.orderflow.platform.ticket.LivePaths;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Live endpoints as far as tickets care: who may come in, and as whom. */
@Path("/live")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
public class LiveResource {

    @Inject
    Caller caller;

    @GET
    @Path("/{id}/events")
    @Parameter(name = "ticket", in = ParameterIn.QUERY)
    public Map<String, Object> who(@PathParam("id") String id) {
        return Map.of(
                "subject", caller.subject(),
                "customer", caller.isCustomer(),
                "operator", caller.isOperator(),
                "email", caller.email().orElse("none"),
                "until", caller.expiresAt());
    }

    @DELETE
    @Path("/{id}/events")
    public void forget(@PathParam("id") String id) {}

    @GET
    @Path("/operators")
    @RolesAllowed(Roles.OPERATOR)
    @Parameter(name = "ticket", in = ParameterIn.QUERY)
    public String forOperators() {
        return "secret";
    }

    @Singleton
    static class Paths implements LivePaths {

        @Override
        public List<String> templates() {
            return List.of("/live/{id}/events", "/live/operators");
        }
    }
}
