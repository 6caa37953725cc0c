package dev.orderflow.platform.admin;

import dev.orderflow.messaging.deadletter.Released;
import dev.orderflow.messaging.deadletter.Replays;
import dev.orderflow.messaging.deadletter.Ruling;
import dev.orderflow.messaging.transaction.Faults;
import dev.orderflow.messaging.transaction.UnitsOfWork;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an operator does about dead letters. Each change is in the audit; what stands behind a settled letter follows. */
@Path("/admin/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@PrivateData
@Tag(name = "dead letters")
public class ReplayResource {

    private final IdempotentCalls calls;
    private final Replays replays;
    private final UnitsOfWork units;
    private final Caller caller;

    @Inject
    ReplayResource(IdempotentCalls calls, Replays replays, UnitsOfWork units, Caller caller) {
        this.calls = calls;
        this.replays = replays;
        this.units = units;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/replay")
    @Operation(operationId = "replayDeadLetter", summary = "Handle the first dead letter of a key once more")
    @APIResponse(
            responseCode = "200",
            description = "It is handled; what stands behind it follows",
            content = @Content(schema = @Schema(implementation = LetterOutcome.class)))
    @APIResponse(
            responseCode = "409",
            description = "dead-letter-failed-again, dead-letter-not-first, dead-letter-settled, channel-paused,"
                    + " request-in-progress")
    public Uni<Response> replay(@PathParam("id") UUID id, @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key) {
        var actor = caller.subject();
        return calls.run(
                        key,
                        actor,
                        "POST /admin/dead-letters/" + id + "/replay",
                        null,
                        work -> replays.replay(work, id, actor).map(ReplayResource::answer))
                .map(StoredAnswer::toResponse)
                .onFailure(ReplayResource::isTheLetters)
                .recoverWithUni(failure -> failed(id, failure, actor));
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replayDeadLetters", summary = "Handle all open dead letters that match once more")
    @APIResponse(
            responseCode = "202",
            description = "They get their turn, in order; what fails again is OPEN again",
            content = @Content(schema = @Schema(implementation = LettersReleased.class)))
    @APIResponse(responseCode = "409", description = "request-in-progress")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Uni<Response> replayAll(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key, @NotNull @Valid LetterFilterRequest filter) {
        var actor = caller.subject();
        return calls.run(
                        key,
                        actor,
                        "POST /admin/dead-letters/replay",
                        filter,
                        work -> replays.release(work, filter.filter(), actor).map(ReplayResource::answer))
                .map(StoredAnswer::toResponse);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "discardDeadLetter", summary = "Give a dead letter up")
    @APIResponse(
            responseCode = "200",
            description = "It is given up; what stands behind it follows",
            content = @Content(schema = @Schema(implementation = LetterOutcome.class)))
    @APIResponse(responseCode = "409", description = "dead-letter-settled")
    public Uni<Response> discard(
            @PathParam("id") UUID id,
            @QueryParam("reason") @Parameter(description = "For the audit; no personal data") @Size(max = 500)
                    String reason) {
        var actor = caller.subject();
        return calls.run(
                        null,
                        actor,
                        null,
                        null,
                        work -> replays.discard(work, id, reason, actor).map(ReplayResource::answer))
                .map(StoredAnswer::toResponse);
    }

    /** What was only away is not the letter's fault, and what was refused is no fault at all. */
    private static boolean isTheLetters(Throwable failure) {
        return !(failure instanceof ProblemException) && Faults.of(failure) == Faults.DETERMINISTIC;
    }

    /** Its transaction is gone; why it failed is recorded in another. */
    private Uni<Response> failed(UUID id, Throwable failure, String actor) {
        return units.run(work -> replays.failed(work, id, failure, actor))
                .onItem()
                .transformToUni(ignored -> Uni.createFrom().failure(DeadLetterProblems.failedAgain(failure)));
    }

    private static Answer answer(Released released) {
        return Answer.of(202, new LettersReleased(released.letters(), released.more()));
    }

    private static Answer answer(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Done done -> Answer.of(200, LetterOutcome.of(done));
            case Ruling.Unknown() -> throw Problems.notFound("dead letter");
            case Ruling.Settled(var state) -> throw DeadLetterProblems.settled(state);
            case Ruling.Paused(var topic) -> throw DeadLetterProblems.paused(topic);
            case Ruling.NotFirst(var first) -> throw DeadLetterProblems.notFirst(first);
        };
    }
}
