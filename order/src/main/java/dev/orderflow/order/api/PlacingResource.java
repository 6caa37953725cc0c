package dev.orderflow.order.api;

import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.idempotency.IdempotencyKey;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes orders ({@link Checkout}). Only customers place orders, since an order is its token's subject's. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CUSTOMER)
@PrivateData
@Tag(name = "orders")
public class PlacingResource {

    private static final String CALL = "POST /orders";

    private final Checkout checkout;
    private final Caller caller;

    @Inject
    PlacingResource(Checkout checkout, Caller caller) {
        this.checkout = checkout;
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
            description = "Accepted, PENDING",
            headers = {
                @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
                @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG)
            },
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "409", description = "out-of-stock, price-changed, request-in-progress")
    @APIResponse(responseCode = "503", description = "unavailable, intake-closed")
    @APIResponse(
            responseCode = "422",
            description = "unknown-product, product-inactive, mixed-currencies, idempotency-key-reused")
    public Uni<Response> place(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key, @NotNull @Valid OrderRequest body) {
        return checkout.place(Customer.of(caller), CALL, key, body).map(StoredAnswer::toResponse);
    }
}
