package dev.orderflow.platform.sample;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.platform.idempotency.Answer;
import dev.orderflow.platform.idempotency.IdempotencyKey;
import dev.orderflow.platform.idempotency.IdempotentCalls;
import dev.orderflow.platform.idempotency.StoredAnswer;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** A POST that takes effect once per key. */
@Path("/effects")
@RolesAllowed(Roles.CUSTOMER)
public class EffectResource {

    /** @param behaviour what shall happen after the effect: ok, refuse, crash */
    public record Effect(String behaviour, Double a, Integer b) {}

    public record Created(UUID id, String note) {}

    @Inject
    IdempotentCalls calls;

    @Inject
    Caller caller;

    @POST
    public Uni<Response> post(@HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key, @NotNull Effect effect) {
        String owner = caller.subject();
        return calls.run(key, owner, "POST /effects", effect, unit -> effect(unit, owner, effect))
                .map(StoredAnswer::toResponse);
    }

    @POST
    @Path("/other")
    public Uni<Response> other(@HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key, @NotNull Effect effect) {
        String owner = caller.subject();
        return calls.run(key, owner, "POST /effects/other", effect, unit -> effect(unit, owner, effect))
                .map(StoredAnswer::toResponse);
    }

    private Uni<Answer> effect(UnitOfWork unit, String owner, Effect effect) {
        var id = UUID.randomUUID();
        return unit.sql()
                .preparedQuery("insert into sample_effect(id, owner, note) values ($1, $2, $3)")
                .execute(Tuple.of(id, owner, effect.behaviour()))
                .map(inserted -> answer(id, effect));
    }

    private static Answer answer(UUID id, Effect effect) {
        return switch (effect.behaviour()) {
            case "refuse" -> throw SampleProblems.SOLD_OUT.because("None are left");
            case "crash" -> throw new IllegalStateException("crash");
            default -> Answer.created("/effects/" + id, new Created(id, "ünï")).etag("\"1\"");
        };
    }
}
