package dev.orderflow.analytics.api;

import static java.util.Comparator.comparing;

import dev.orderflow.analytics.fleet.Fleet;
import dev.orderflow.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders and revenue per minute, for operators: the same from every replica. */
@Path("/analytics/minutes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "analytics")
class MinutesResource {

    private final Fleet fleet;

    @Inject
    MinutesResource(Fleet fleet) {
        this.fleet = fleet;
    }

    @GET
    @Operation(operationId = "listMinutes", summary = "Orders and revenue per minute")
    @APIResponse(responseCode = "200", description = "Oldest first; minutes in which nothing happened are left out")
    public Items<MinuteView> minutes(
            @QueryParam("from") @Parameter(description = "RFC 3339; an hour before the end if left out") String from,
            @QueryParam("to") @Parameter(description = "RFC 3339, no longer included; now if left out") String to,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String token) {
        var span = Span.of(from, to, Instant.now());
        return Items.of(
                fleet.figures(token, span.firstKey(), span.lastKey()), MinuteView::of, comparing(MinuteView::minute));
    }
}
