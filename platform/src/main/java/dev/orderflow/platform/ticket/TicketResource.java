package dev.orderflow.platform.ticket;

import dev.orderflow.platform.http.StrictJson;
import dev.orderflow.platform.idempotency.Answer;
import dev.orderflow.platform.idempotency.IdempotencyKey;
import dev.orderflow.platform.idempotency.IdempotentCalls;
import dev.orderflow.platform.idempotency.StoredAnswer;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Exchanges a token for a ticket. A repeated request is shown the same ticket, although no copy of it is kept: its secret
 * follows from what is kept and the token ({@link Secret}). So the token is the request's body, in a way: the same
 * {@code Idempotency-Key} with another one is another request.
 */
@Path("/tickets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@Tag(name = "tickets")
public class TicketResource {

    private final IdempotentCalls calls;
    private final Tickets tickets;
    private final StrictJson json;
    private final Caller caller;
    private final JsonWebToken token;

    @Inject
    TicketResource(IdempotentCalls calls, Tickets tickets, StrictJson json, Caller caller, JsonWebToken token) {
        this.calls = calls;
        this.tickets = tickets;
        this.json = json;
        this.caller = caller;
        this.token = token;
    }

    @POST
    @Operation(
            operationId = "createTicket",
            summary = "A stand-in for the token, for EventSource and WebSocket",
            description = "Good for one GET of a live endpoint of this service with ?ticket=, within 30 seconds. Each"
                    + " call makes a new ticket, but one that repeats an Idempotency-Key with the same token: for 24"
                    + " hours it is answered with the first one, as it was, used or expired as that may be by then."
                    + " With another token it is idempotency-key-reused.")
    @APIResponse(
            responseCode = "201",
            description = "The ticket",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "409", description = "request-in-progress")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public Uni<Response> create(@HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key) {
        var bearer = Bearer.of(token);
        var presented = token.getRawToken();
        return calls.run(
                        key,
                        caller.subject(),
                        "POST /tickets",
                        presented,
                        work -> tickets.give(work.sql(), bearer, presented).map(TicketResource::kept))
                .map(answer -> shown(answer, presented));
    }

    private static Answer kept(Given given) {
        return Answer.of(201, given);
    }

    private Response shown(StoredAnswer kept, String presented) {
        var body = json.write(Given.of(kept.body()).shownTo(presented));
        var answer = new StoredAnswer(kept.status(), kept.headers(), body, kept.replayed());
        return Response.fromResponse(answer.toResponse())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
