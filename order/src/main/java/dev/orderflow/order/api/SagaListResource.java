package dev.orderflow.order.api;

import dev.orderflow.order.persistence.OrderFilter.After;
import dev.orderflow.order.persistence.OrderQueries;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.paging.Cursor;
import dev.orderflow.platform.paging.Page;
import dev.orderflow.platform.paging.PageRequest;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows operators the sagas that need them, and those that do not yet. */
@Path("/admin/sagas")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@PrivateData
@Tag(name = "admin")
public class SagaListResource {

    private final OrderQueries orders;

    @Inject
    SagaListResource(OrderQueries orders) {
        this.orders = orders;
    }

    @GET
    @Operation(
            operationId = "listSagas",
            summary = "Sagas that are stuck, the longest wait first; or active ones, the next deadline first")
    @APIResponse(responseCode = "200", description = "A page; \"next\" is the address of the one after it")
    public Uni<Page<SagaView>> list(
            @QueryParam("state")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"stuck", "active"},
                                            defaultValue = "stuck"))
                    String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo request) {
        var wanted = SagaState.of(state);
        var page = PageRequest.of(cursor, limit);
        var after = page.cursor().map(SagaListResource::after).orElse(null);
        return wanted.find(orders, after, page.rows())
                .map(rows -> Page.of(rows, page, request, wanted::cursor).map(SagaView::of));
    }

    private static After after(Cursor cursor) {
        return new After(cursor.instant(0), cursor.uuid(1));
    }
}
