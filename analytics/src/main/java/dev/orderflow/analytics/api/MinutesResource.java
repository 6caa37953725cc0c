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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
            @QueryParam("from")
                    @Parameter(
                            description = "At most a day before the end; an hour before it if left out",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "No longer included; now if left out",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    String to,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String token) {
        var span = Span.of(from, to, Instant.now());
        return Items.of(
                fleet.figures(token, span.firstKey(), span.lastKey()), MinuteView::of, comparing(MinuteView::minute));
    }
}
