package dev.orderflow.platform.ticket;

import dev.orderflow.platform.idempotency.IdempotencyKey;
import dev.orderflow.platform.openapi.DescribedApi;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
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
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Exchanges a token for a ticket. An {@code Idempotency-Key} is taken as anywhere, and changes nothing: a ticket is a
 * credential, of which no copy is kept that a repeated request could be given. Repeating the call is safe all the same: a
 * ticket whose answer got lost is nobody's, and gone within the minute.
 */
@Path("/tickets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@Tag(name = "tickets")
public class TicketResource {

    private final Tickets tickets;
    private final TicketConfig config;
    private final Caller caller;
    private final JsonWebToken token;

    @Inject
    TicketResource(Tickets tickets, TicketConfig config, Caller caller, JsonWebToken token) {
        this.tickets = tickets;
        this.config = config;
        this.caller = caller;
        this.token = token;
    }

    @POST
    @Operation(
            operationId = "createTicket",
            summary = "A stand-in for the token, for EventSource and WebSocket",
            description = "Good for one GET of a live endpoint of this service with ?ticket=, within 30 seconds. May be"
                    + " repeated, with or without an Idempotency-Key: each call makes a new ticket, because a"
                    + " credential is never shown twice. One that nobody has got expires.",
            extensions = @Extension(name = DescribedApi.KEY_NOT_KEPT, value = "true", parseValue = true))
    @APIResponse(
            responseCode = "201",
            description = "The ticket",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public Uni<RestResponse<TicketView>> create(@HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key) {
        caller.subject();
        return tickets.give(Bearer.of(token))
                .map(given -> given.map(TicketResource::created).orElseThrow(this::tooMany));
    }

    private static RestResponse<TicketView> created(TicketView ticket) {
        return ResponseBuilder.create(Status.CREATED, ticket)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private ProblemException tooMany() {
        return Problems.TOO_MANY_REQUESTS
                .because("You hold " + config.perSubject() + " unused tickets; use them, or let them expire")
                .retryAfter(config.life());
    }
}
