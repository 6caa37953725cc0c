package dev.orderflow.analytics.fleet;

import dev.orderflow.analytics.domain.CustomerPattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.CompletionStage;

/** Another replica's own part. It is asked with the caller's token, and decides by it as if it had been asked itself. */
@Path("/internal")
public interface Replica {

    @GET
    @Path("/figures")
    CompletionStage<Share> figures(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @QueryParam("first") String first,
            @QueryParam("last") String last);

    @GET
    @Path("/customers/{id}")
    CompletionStage<CustomerPattern> customer(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("id") String id);
}
