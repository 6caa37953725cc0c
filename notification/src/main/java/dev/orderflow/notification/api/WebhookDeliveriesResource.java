package dev.orderflow.notification.api;

import dev.orderflow.notification.domain.HookDelivery;
import dev.orderflow.notification.persistence.HookDeliveries;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.idempotency.Answer;
import dev.orderflow.platform.idempotency.IdempotencyKey;
import dev.orderflow.platform.idempotency.IdempotentCalls;
import dev.orderflow.platform.idempotency.StoredAnswer;
import dev.orderflow.platform.paging.Cursor;
import dev.orderflow.platform.paging.Page;
import dev.orderflow.platform.paging.PageRequest;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What was sent to the caller's endpoint. */
@Path("/webhook-deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@PrivateData
class WebhookDeliveriesResource {

    private final HookDeliveries deliveries;
    private final DeliveryRetry retry;
    private final IdempotentCalls calls;
    private final Pool pool;
    private final Caller caller;

    @Inject
    WebhookDeliveriesResource(
            HookDeliveries deliveries, DeliveryRetry retry, IdempotentCalls calls, Pool pool, Caller caller) {
        this.deliveries = deliveries;
        this.retry = retry;
        this.calls = calls;
        this.pool = pool;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What was sent to the caller's endpoint, newest first",
            description = "Those that are over are kept for 30 days.")
    public Uni<Page<WebhookDeliveryView>> mine(
            @QueryParam("cursor") String cursor, @QueryParam("limit") String limit, @Context UriInfo request) {
        var page = PageRequest.of(cursor, limit);
        return rows(page)
                .map(rows -> Page.of(rows, page, request, WebhookDeliveriesResource::key)
                        .map(WebhookDeliveryView::of));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(
            operationId = "retryWebhookDelivery",
            summary = "Send it again, now",
            description = "Whatever became of it, under the same webhook-id; tried for three days from now on."
                    + " Not while a try is due or under way, nor within 10 seconds after the last one.")
    @APIResponse(
            responseCode = "202",
            description = "Under way",
            content = @Content(schema = @Schema(implementation = WebhookDeliveryView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "request-in-progress")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public Uni<Response> retry(@PathParam("id") UUID id, @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key) {
        var customer = caller.subject();
        var call = "POST /webhook-deliveries/%s/retry".formatted(id);
        return calls.run(
                        key,
                        customer,
                        call,
                        null,
                        work -> retry.begin(work, id, customer)
                                .map(delivery -> Answer.of(202, WebhookDeliveryView.of(delivery))))
                .map(StoredAnswer::toResponse);
    }

    private Uni<List<HookDelivery>> rows(PageRequest page) {
        var customer = caller.subject();
        return page.cursor()
                .map(from -> deliveries.after(pool, customer, from.instant(0), from.uuid(1), page.rows()))
                .orElseGet(() -> deliveries.first(pool, customer, page.rows()));
    }

    private static Cursor key(HookDelivery delivery) {
        return Cursor.of(delivery.createdAt(), delivery.id());
    }
}
