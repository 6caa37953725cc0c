package dev.orderflow.order.api;

import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.order.application.Intake;
import dev.orderflow.order.application.NewOrder;
import dev.orderflow.order.application.PlaceOrder;
import dev.orderflow.order.application.Placement;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.gate.Admission;
import dev.orderflow.order.gate.StockGate;
import dev.orderflow.platform.http.ETags;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.idempotency.Answer;
import dev.orderflow.platform.idempotency.IdempotencyKey;
import dev.orderflow.platform.idempotency.IdempotentCalls;
import dev.orderflow.platform.idempotency.StoredAnswer;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
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
 * Takes orders: the key's answer, if there is one; the intake's leave; the stock gate's hold; then one transaction of
 * five statements: the key's answer so far, prices, order, answer, journal; three without a key. What is sold out costs
 * two statements and no transaction. Only customers place orders, since an order is its token's subject's.
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
    private final StockGate gate;
    private final Intake intake;
    private final Caller caller;

    @Inject
    PlacingResource(IdempotentCalls calls, PlaceOrder placing, StockGate gate, Intake intake, Caller caller) {
        this.calls = calls;
        this.placing = placing;
        this.gate = gate;
        this.intake = intake;
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
    @APIResponse(responseCode = "409", description = "out-of-stock, price-changed, request-in-progress")
    @APIResponse(responseCode = "503", description = "unavailable, intake-closed")
    @APIResponse(
            responseCode = "422",
            description = "unknown-product, product-inactive, mixed-currencies, idempotency-key-reused")
    public Uni<Response> place(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key, @NotNull @Valid OrderRequest body) {
        var customerId = caller.subject();
        var id = EventIds.next();
        var hold = key == null ? id.toString() : key.nameFor(customerId);
        var order = body.order(id, customerId, caller.email(), hold);
        return calls.find(key, customerId, CALL, body)
                .chain(known ->
                        known.map(answer -> Uni.createFrom().item(answer)).orElseGet(() -> placeHeld(key, order, body)))
                .map(StoredAnswer::toResponse);
    }

    private Uni<StoredAnswer> placeHeld(IdempotencyKey key, NewOrder order, OrderRequest body) {
        IntakeProblems.requireOpen(intake);
        return gate.hold(order.hold(), order.items()).chain(admission -> switch (admission) {
            case Admission.Admitted() -> placeAdmitted(key, order, body);
            case Admission.SoldOut(var missing) -> refuse(key, order, body, OrderProblems.soldOut(missing));
        });
    }

    /** What no order came of gives its hold back, unless it is that of a twin. */
    private Uni<StoredAnswer> placeAdmitted(IdempotencyKey key, NewOrder order, OrderRequest body) {
        return calls.run(
                        key,
                        order.customerId(),
                        CALL,
                        body,
                        work -> placing.place(work, order).map(PlacingResource::answer))
                .call(answer -> answer.replayed()
                        ? gate.release(order.hold())
                        : Uni.createFrom().voidItem())
                .onFailure(PlacingResource::hasNoTwin)
                .call(() -> gate.release(order.hold()));
    }

    /** A twin that came in without a hold, or took the last piece, is not sold out: its answer is this one's too. */
    private Uni<StoredAnswer> refuse(IdempotencyKey key, NewOrder order, OrderRequest body, ProblemException soldOut) {
        return calls.findSettled(key, order.customerId(), CALL, body).map(known -> known.orElseThrow(() -> soldOut));
    }

    private static boolean hasNoTwin(Throwable failure) {
        return !(failure instanceof ProblemException problem
                && (problem.is(Problems.REQUEST_IN_PROGRESS) || problem.is(Problems.IDEMPOTENCY_KEY_REUSED)));
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
