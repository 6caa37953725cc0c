package dev.orderflow.platform.admin;

import dev.orderflow.messaging.audit.AuditLog;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.paging.Cursor;
import dev.orderflow.platform.paging.Page;
import dev.orderflow.platform.paging.PageRequest;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators did by hand to this service. */
@Path("/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@PrivateData
@Tag(name = "admin")
public class AuditResource {

    private final AuditLog log;
    private final Pool pool;

    @Inject
    AuditResource(AuditLog log, Pool pool) {
        this.log = log;
        this.pool = pool;
    }

    @GET
    @Operation(operationId = "listAudit", summary = "What operators did by hand, newest first")
    @APIResponse(responseCode = "200", description = "A page; \"next\" is the address of the one after it")
    public Uni<Page<AuditView>> list(@BeanParam AuditQuery query, @Context UriInfo request) {
        var page = PageRequest.of(query.cursor, query.limit);
        var filter = query.filter(page);
        return pool.withConnection(sql -> log.find(sql, filter, page.rows()))
                .map(rows -> Page.of(rows, page, request, last -> Cursor.of(last.id()))
                        .map(AuditView::of));
    }
}
