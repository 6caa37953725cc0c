package dev.orderflow.platform.sample;

import dev.orderflow.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/secrets")
public class SecretResource {

    @GET
    @Path("/operators")
    @RolesAllowed(Roles.OPERATOR)
    public String forOperators() {
        return "secret";
    }

    /** Somebody forgot to say who may see it. */
    @GET
    @Path("/forgotten")
    public String forgotten() {
        return "secret";
    }
}
