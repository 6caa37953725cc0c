package dev.orderflow.payment.api;

import dev.orderflow.payment.reconciliation.After;
import dev.orderflow.payment.reconciliation.Difference;
import dev.orderflow.payment.reconciliation.Reconciliation;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the provider's books and ours do not agree. */
@Path("/admin/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@PrivateData
@Tag(name = "admin")
public class ReconciliationResource {

    private final Reconciliation reconciliation;

    @Inject
    ReconciliationResource(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GET
    @Operation(
            operationId = "listDifferences",
            summary = "Differences to the payment provider's ledger, the oldest first, and when they were looked for")
    @APIResponse(responseCode = "200", description = "A page; \"next\" is the address of the one after it")
    public Uni<ReconciliationView> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") String limit, @Context UriInfo request) {
        var page = PageRequest.of(cursor, limit);
        var after = page.cursor().map(ReconciliationResource::after).orElse(null);
        return reconciliation
                .find(after, page.rows())
                .map(rows -> Page.of(rows, page, request, ReconciliationResource::cursor))
                .chain(found -> reconciliation.lastRun().map(last -> ReconciliationView.of(last.orElse(null), found)));
    }

    private static Cursor cursor(Difference last) {
        return Cursor.of(last.firstSeenAt(), last.intent());
    }

    private static After after(Cursor cursor) {
        return new After(cursor.instant(0), cursor.text(1));
    }
}
