package dev.orderflow.analytics.api;

import dev.orderflow.analytics.domain.Figure.Kind;
import dev.orderflow.analytics.domain.Step;
import dev.orderflow.analytics.fleet.Fleet;
import dev.orderflow.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long the steps of a saga take, for operators: the same from every replica. */
@Path("/analytics/latencies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "analytics")
class LatenciesResource {

    private final Fleet fleet;

    @Inject
    LatenciesResource(Fleet fleet) {
        this.fleet = fleet;
    }

    @GET
    @Operation(operationId = "listLatencies", summary = "How long the steps of a saga take")
    @APIResponse(
            responseCode = "200",
            description = "In the order of the saga; steps that no order has made are left out")
    public Items<LatencyView> latencies(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String token) {
        var figures = fleet.figures(token, Kind.LATENCY);
        return new Items<>(Arrays.stream(Step.values())
                .map(step -> LatencyView.of(step, figures))
                .filter(latency -> latency.orders() > 0)
                .toList());
    }
}
