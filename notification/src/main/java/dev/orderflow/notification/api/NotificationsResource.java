package dev.orderflow.notification.api;

import dev.orderflow.notification.persistence.NotificationEntity;
import dev.orderflow.notification.persistence.NotificationQueries;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.paging.Cursor;
import dev.orderflow.platform.paging.Page;
import dev.orderflow.platform.paging.PageRequest;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller was told. */
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
@PrivateData
@Tag(name = "notifications")
class NotificationsResource {

    private final NotificationQueries queries;
    private final Caller caller;

    @Inject
    NotificationsResource(NotificationQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
    @Operation(operationId = "listNotifications", summary = "The caller's notifications, newest first")
    @APIResponse(responseCode = "200", description = "A page; \"next\" is the address of the one after it")
    public Uni<Page<NotificationView>> mine(
            @QueryParam("cursor") String cursor, @QueryParam("limit") String limit, @Context UriInfo request) {
        var page = PageRequest.of(cursor, limit);
        return rows(page)
                .map(rows ->
                        Page.of(rows, page, request, NotificationsResource::key).map(NotificationView::of));
    }

    private Uni<List<NotificationEntity>> rows(PageRequest page) {
        var customer = caller.subject();
        return page.cursor()
                .map(from -> queries.after(customer, from.instant(0), from.uuid(1), page.rows()))
                .orElseGet(() -> queries.first(customer, page.rows()));
    }

    private static Cursor key(NotificationEntity notification) {
        return Cursor.of(notification.createdAt, notification.id);
    }
}
