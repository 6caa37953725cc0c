package dev.orderflow.order.api;

import dev.orderflow.order.application.CommandOrder;
import dev.orderflow.order.application.Commanded;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput.AcceptReturn;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.RequestedBy;
import dev.orderflow.order.domain.Verdict.Refusal;
import dev.orderflow.platform.http.ETags;
import dev.orderflow.platform.http.PrivateData;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person may want of an order. The saga decides; what it begins goes on after the answer. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@PrivateData
@Tag(name = "orders")
public class CommandResource {

    private final IdempotentCalls calls;
    private final CommandOrder commands;
    private final Caller caller;

    @Inject
    CommandResource(IdempotentCalls calls, CommandOrder commands, Caller caller) {
        this.calls = calls;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "cancelOrder", summary = "Cancel an order", description = "The body may be left out.")
    @APIResponse(
            responseCode = "200",
            description = "It is cancelled already",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is being undone",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "409", description = "not-cancellable, request-in-progress")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Uni<Response> cancel(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody(required = false) @Valid ReasonRequest body) {
        var by = caller.isOperator() ? RequestedBy.OPERATOR : RequestedBy.CUSTOMER;
        return run(id, "/cancel", key, body, new Cancel(by, ReasonRequest.of(body)));
    }

    @POST
    @Path("/{id}/returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "returnOrder",
            summary = "Send a delivered order back",
            description = "The body may be left out.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; it is RETURNING",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "409", description = "not-returnable, request-in-progress")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Uni<Response> returns(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody(required = false) @Valid ReasonRequest body) {
        return run(id, "/returns", key, body, new AcceptReturn(ReasonRequest.of(body)));
    }

    private Uni<Response> run(UUID id, String what, IdempotencyKey key, ReasonRequest body, Command command) {
        var actor = Actors.of(caller);
        var call = "POST " + OrderLinks.self(id) + what;
        return calls.run(
                        key,
                        actor.subject(),
                        call,
                        body,
                        work -> commands.run(work, id, actor, command).map(CommandResource::answer))
                .map(StoredAnswer::toResponse);
    }

    private static Answer answer(Commanded outcome) {
        return switch (outcome) {
            case Commanded.Done(var order) -> answer(202, order);
            case Commanded.Unchanged(var order) -> answer(202, order);
            case Commanded.Refused(var order, var refusal)
            when refusal == Refusal.ALREADY_CANCELLED -> answer(200, order);
            case Commanded.Refused(var order, var refusal) -> throw OrderProblems.refused(order, refusal);
            case Commanded.NotFound() -> throw Problems.notFound("order");
        };
    }

    private static Answer answer(int status, Order order) {
        return Answer.of(status, OrderView.of(order)).etag(ETags.of(order.version()));
    }
}
