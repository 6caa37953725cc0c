package dev.orderflow.analytics.api;

import static java.util.Comparator.comparingLong;

import dev.orderflow.analytics.domain.Figure.Kind;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why orders are cancelled, for operators: the same from every replica. */
@Path("/analytics/cancellations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "analytics")
class CancellationsResource {

    private final Fleet fleet;

    @Inject
    CancellationsResource(Fleet fleet) {
        this.fleet = fleet;
    }

    @GET
    @Operation(operationId = "listCancellations", summary = "Why orders are cancelled")
    @APIResponse(responseCode = "200", description = "What most of them are cancelled for first")
    public Items<CancellationView> cancellations(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String token) {
        var most = comparingLong(CancellationView::orders).reversed().thenComparing(CancellationView::reason);
        return Items.of(fleet.figures(token, Kind.CANCELLATION), CancellationView::of, most);
    }
}
