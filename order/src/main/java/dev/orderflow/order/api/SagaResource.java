package dev.orderflow.order.api;

import dev.orderflow.order.application.CommandOrder;
import dev.orderflow.order.application.Commanded;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.Resolve;
import dev.orderflow.order.domain.OrderInput.Retry;
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
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What an operator may do to a saga by hand. The class has no parameter in its address: below one that has, another method
 * would be 404 and not 405.
 */
@Path("/admin/sagas")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@PrivateData
@Tag(name = "admin")
public class SagaResource {

    private final IdempotentCalls calls;
    private final CommandOrder commands;
    private final Caller caller;

    @Inject
    SagaResource(IdempotentCalls calls, CommandOrder commands, Caller caller) {
        this.calls = calls;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/retry")
    @Operation(
            operationId = "retrySaga",
            summary = "Ask again for what is missing",
            description = "The last request is repeated to those only who have not answered, with a new deadline.")
    @APIResponse(
            responseCode = "202",
            description = "Asked again",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = SagaView.class)))
    @APIResponse(responseCode = "409", description = "not-retryable, request-in-progress")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Uni<Response> retry(@PathParam("id") UUID id, @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key) {
        return run(id, "/retry", key, null, new Retry(), 202);
    }

    @POST
    @Path("/{id}/resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resolveSaga",
            summary = "Close a stuck saga by hand",
            description = "Answers that come later are ignored. The customer sees the reason in the timeline.")
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = SagaView.class)))
    @APIResponse(responseCode = "409", description = "not-resolvable, request-in-progress")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Uni<Response> resolve(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @NotNull @Valid ResolveRequest body) {
        return run(id, "/resolve", key, body, new Resolve(body.outcome(), body.reason()), 200);
    }

    private Uni<Response> run(UUID id, String what, IdempotencyKey key, Object body, Command command, int status) {
        var actor = Actors.of(caller);
        var call = "POST /admin/sagas/" + id + what;
        return calls.run(
                        key,
                        actor.subject(),
                        call,
                        body,
                        work -> commands.run(work, id, actor, command).map(outcome -> answer(status, outcome)))
                .map(StoredAnswer::toResponse);
    }

    /** A refusal has to be thrown, so that its transaction ends with nothing. */
    private static Answer answer(int status, Commanded outcome) {
        return switch (outcome) {
            case Commanded.Done(var order) -> answer(status, order);
            case Commanded.Unchanged(var order) -> answer(status, order);
            case Commanded.Refused(var order, var refusal) -> throw SagaProblems.refused(order, refusal);
            case Commanded.NotFound() -> throw Problems.notFound("order");
        };
    }

    private static Answer answer(int status, Order order) {
        return Answer.of(status, SagaView.of(order)).etag(ETags.of(order.version()));
    }
}
