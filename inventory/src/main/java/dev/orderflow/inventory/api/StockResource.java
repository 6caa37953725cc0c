package dev.orderflow.inventory.api;

import dev.orderflow.inventory.persistence.Stocks;
import dev.orderflow.platform.idempotency.Answer;
import dev.orderflow.platform.idempotency.IdempotencyKey;
import dev.orderflow.platform.idempotency.IdempotentCalls;
import dev.orderflow.platform.idempotency.StoredAnswer;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is on the shelves. */
@Path("/stock/{sku}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "stock")
class StockResource {

    private final Stocks stocks;
    private final StockKeeper keeper;
    private final IdempotentCalls calls;
    private final Caller caller;

    @Inject
    StockResource(Stocks stocks, StockKeeper keeper, IdempotentCalls calls, Caller caller) {
        this.stocks = stocks;
        this.keeper = keeper;
        this.calls = calls;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getStock", summary = "The stock of a product")
    @APIResponse(responseCode = "200", description = "What is there, and how much of it is promised to orders")
    public Uni<StockView> get(@PathParam("sku") @Sku String sku) {
        return stocks.stock(sku)
                .map(found -> found.orElseThrow(() -> Problems.notFound("product")))
                .map(StockView::of);
    }

    @POST
    @Path("/adjustments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "adjustStock", summary = "Count goods in or out")
    @APIResponseSchema(
            value = StockView.class,
            responseCode = "200",
            responseDescription = "The stock after the adjustment")
    @APIResponse(responseCode = "409", description = "insufficient-stock")
    public Uni<Response> adjust(
            @PathParam("sku") @Sku String sku,
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @NotNull @Valid Adjustment adjustment) {
        var checked = adjustment.checked();
        var by = caller.subject();
        return calls.run(
                        key,
                        by,
                        "POST /stock/" + sku + "/adjustments",
                        checked,
                        work -> keeper.adjust(work, sku, checked, by).map(stock -> Answer.of(200, StockView.of(stock))))
                .map(StoredAnswer::toResponse);
    }
}
