package dev.orderflow.loyalty.api;

import dev.orderflow.loyalty.domain.Movement;
import dev.orderflow.loyalty.persistence.Balances;
import dev.orderflow.loyalty.persistence.MovementQueries;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.paging.Cursor;
import dev.orderflow.platform.paging.Page;
import dev.orderflow.platform.paging.PageRequest;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer's own points, or anybody's to an operator. */
@Path("/points")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@PrivateData
@Tag(name = "points")
class PointsResource {

    private static final String WHOSE = "For operators: whose points; the caller's if left out";

    private final Balances balances;
    private final MovementQueries movements;
    private final Caller caller;

    @Inject
    PointsResource(Balances balances, MovementQueries movements, Caller caller) {
        this.balances = balances;
        this.movements = movements;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getPoints", summary = "The caller's points")
    @APIResponse(responseCode = "200", description = "The balance; 0 for who has never earned any")
    public Uni<PointsView> balance(@QueryParam("customerId") @Parameter(description = WHOSE) String customerId) {
        return balances.of(whose(customerId)).map(PointsView::of);
    }

    @GET
    @Path("/movements")
    @Operation(operationId = "listPointsMovements", summary = "What the caller has earned and lost, newest first")
    @APIResponse(responseCode = "200", description = "A page; \"next\" is the address of the one after it")
    public Uni<Page<MovementView>> movements(
            @QueryParam("customerId") @Parameter(description = WHOSE) String customerId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo request) {
        var page = PageRequest.of(cursor, limit);
        return rows(whose(customerId), page)
                .map(rows -> Page.of(rows, page, request, PointsResource::key).map(MovementView::of));
    }

    private Uni<List<Movement>> rows(String customer, PageRequest page) {
        return page.cursor()
                .map(from -> movements.after(customer, from.instant(0), from.uuid(1), page.rows()))
                .orElseGet(() -> movements.first(customer, page.rows()));
    }

    /** A customer who names another is told so: an ignored parameter would answer a question that nobody asked. */
    private String whose(String customerId) {
        if (customerId == null || customerId.isBlank() || customerId.equals(caller.subject())) {
            return caller.subject();
        }
        if (!caller.isOperator()) {
            throw Problems.FORBIDDEN.because("Only an operator may see another customer's points");
        }
        return customerId;
    }

    private static Cursor key(Movement movement) {
        return Cursor.of(movement.at(), movement.id());
    }
}
