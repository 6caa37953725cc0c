package dev.orderflow.order.api;

import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.order.application.PlaceOrder;
import dev.orderflow.order.application.Placement;
import dev.orderflow.order.domain.Order;
import dev.orderflow.platform.http.ETags;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.idempotency.Answer;
import dev.orderflow.platform.idempotency.IdempotencyKey;
import dev.orderflow.platform.idempotency.IdempotentCalls;
import dev.orderflow.platform.idempotency.StoredAnswer;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Takes orders in one transaction of five statements: the key's answer so far, prices, order, answer, journal; three
 * without a key. Only customers place orders, since an order is its token's subject's.
 */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CUSTOMER)
@PrivateData
@Tag(name = "orders")
public class PlacingResource {

    private static final String CALL = "POST /orders";

    private final IdempotentCalls calls;
    private final PlaceOrder placing;
    private final Caller caller;

    @Inject
    PlacingResource(IdempotentCalls calls, PlaceOrder placing, Caller caller) {
        this.calls = calls;
        this.placing = placing;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "placeOrder",
            summary = "Place an order",
            description = "Its saga goes on by itself; follow it by the links of the answer.")
    @APIResponse(
            responseCode = "201",
            description = "Accepted, PENDING; Location and ETag are set",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "409", description = "price-changed, request-in-progress")
    @APIResponse(
            responseCode = "422",
            description = "unknown-product, product-inactive, mixed-currencies, idempotency-key-reused")
    public Uni<Response> place(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key, @NotNull @Valid OrderRequest body) {
        var customerId = caller.subject();
        var order = body.order(EventIds.next(), customerId, caller.email());
        return calls.run(
                        key,
                        customerId,
                        CALL,
                        body,
                        work -> placing.place(work, order).map(PlacingResource::answer))
                .map(StoredAnswer::toResponse);
    }

    /** A refusal has to be thrown, so that its transaction ends with nothing. */
    private static Answer answer(Placement placement) {
        return switch (placement) {
            case Placement.Placed(var order) -> created(order);
            case Placement.NotPriced(var quote) -> throw OrderProblems.notPriced(quote);
        };
    }

    private static Answer created(Order order) {
        return Answer.created(OrderLinks.self(order.id()), OrderView.of(order)).etag(ETags.of(order.version()));
    }
}
