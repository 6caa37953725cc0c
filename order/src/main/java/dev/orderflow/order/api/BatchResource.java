package dev.orderflow.order.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.http.StrictJson;
import dev.orderflow.platform.idempotency.IdempotencyKey;
import dev.orderflow.platform.idempotency.StoredAnswer;
import dev.orderflow.platform.openapi.DescribedApi;
import dev.orderflow.platform.problem.ProblemAnswers;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.ratelimit.Heavy;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Takes many orders in one request. Each stands alone: one that is malformed or refused costs the others nothing, and the
 * request sent again with its key gives the first answers of those that were placed.
 */
@Path("/orders/batch")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CUSTOMER)
@PrivateData
@Tag(name = "orders")
public class BatchResource {

    private static final String CALL = "POST /orders/batch";

    /** They share their transactions, and leave room in them, and at the gate, to others. */
    private static final int ABREAST = 10;

    private static final int OVERLOADED = 503;

    private final Checkout checkout;
    private final Caller caller;
    private final StrictJson json;
    private final ProblemAnswers problems;

    @Inject
    BatchResource(Checkout checkout, Caller caller, StrictJson json, ProblemAnswers problems) {
        this.checkout = checkout;
        this.caller = caller;
        this.json = json;
        this.problems = problems;
    }

    @POST
    @Heavy
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "placeOrders",
            summary = "Place up to a hundred orders",
            description = "Each stands alone; an entry's key is the request's key and its index.",
            extensions = @Extension(name = DescribedApi.KEY_PER_ENTRY, value = "true", parseValue = true))
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = OrderRequest.class,
                                            minItems = 1,
                                            maxItems = 100)))
    @APIResponse(responseCode = "200", description = "What became of each, in their order")
    public Uni<List<BatchEntry>> place(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @NotNull @Size(min = 1, max = 100) List<JsonNode> body,
            @Context RoutingContext request) {
        var customer = Customer.of(caller);
        var overload = new AtomicReference<BatchEntry>();
        var entries = IntStream.range(0, body.size())
                .mapToObj(n -> unlessOverloaded(
                        overload, () -> place(customer, key == null ? null : key.entry(n), body.get(n), request)))
                .toList();
        return Uni.join().all(entries).usingConcurrencyOf(ABREAST).andFailFast();
    }

    /** After the first 503 the rest would make it worse: it is answered the same, and not tried. */
    private static Uni<BatchEntry> unlessOverloaded(
            AtomicReference<BatchEntry> overload, Supplier<Uni<BatchEntry>> place) {
        return Uni.createFrom()
                .deferred(() ->
                        overload.get() == null ? place.get() : Uni.createFrom().item(overload.get()))
                .invoke(entry -> {
                    if (entry.status() == OVERLOADED) {
                        overload.set(entry);
                    }
                });
    }

    private Uni<BatchEntry> place(Customer customer, IdempotencyKey key, JsonNode order, RoutingContext request) {
        return Uni.createFrom()
                .deferred(() -> checkout.place(customer, CALL, key, json.read(order, OrderRequest.class)))
                .map(this::placed)
                .onFailure()
                .recoverWithItem(failure -> refused(problems.of(failure, request)));
    }

    private BatchEntry placed(StoredAnswer answer) {
        try {
            return new BatchEntry(
                    answer.status(),
                    json.mapper().readTree(answer.body().getBytes()),
                    null,
                    null,
                    answer.replayed() ? true : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BatchEntry refused(ProblemException refusal) {
        var problem = refusal.problem();
        var wait = refusal.headers().get(HttpHeaders.RETRY_AFTER);
        return new BatchEntry(problem.status(), null, problem, wait == null ? null : Integer.valueOf(wait), null);
    }
}
