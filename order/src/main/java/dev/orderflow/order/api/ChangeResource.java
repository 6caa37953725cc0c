package dev.orderflow.order.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.order.application.Actor;
import dev.orderflow.order.application.CommandOrder;
import dev.orderflow.order.application.Commanded;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput.ChangeAddress;
import dev.orderflow.order.persistence.OrderQueries;
import dev.orderflow.platform.http.ETags;
import dev.orderflow.platform.http.MergePatch;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.http.StrictJson;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Changes what may still be changed of an order. Whoever changes it says which version they have seen. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@PrivateData
@Tag(name = "orders")
public class ChangeResource {

    /** For who accepts several versions, or any: an order makes one every few milliseconds at most. */
    private static final int TRIES = 3;

    /** The saga made another version between reading and locking. Whether that one may be changed is asked anew. */
    private static final class OvertakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OvertakenException() {
            super("another version was made meanwhile", null, false, false);
        }
    }

    private final OrderQueries orders;
    private final CommandOrder commands;
    private final UnitsOfWork units;
    private final StrictJson json;
    private final Caller caller;

    @Inject
    ChangeResource(OrderQueries orders, CommandOrder commands, UnitsOfWork units, StrictJson json, Caller caller) {
        this.orders = orders;
        this.commands = commands;
        this.units = units;
        this.json = json;
        this.caller = caller;
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeOrder",
            summary = "Correct the shipping address",
            description = "Until the order is CONFIRMED. If-Match names the version that is changed.")
    @APIResponse(responseCode = "200", description = "The order as it is now, with its new ETag")
    @APIResponse(responseCode = "409", description = "not-changeable")
    @APIResponse(responseCode = "412", description = "precondition-failed")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Uni<RestResponse<OrderView>> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid OrderPatch body) {
        var actor = Actors.of(caller);
        return orders.find(id)
                .map(found -> found.filter(order -> actor.maySee(order.customerId()))
                        .orElseThrow(() -> Problems.notFound("order")))
                .invoke(order -> ETags.requireMatch(ifMatch, order.version()))
                .chain(order -> change(order, actor, patched(order, body)))
                .onFailure(OvertakenException.class)
                .retry()
                .atMost(TRIES)
                .onFailure(OvertakenException.class)
                .transform(overtaken -> Problems.PRECONDITION_FAILED.because("It has changed meanwhile"))
                .map(ChangeResource::answer);
    }

    private Address patched(Order order, OrderPatch body) {
        var current = JsonNodeFactory.instance.objectNode();
        current.set(
                "shippingAddress", json.mapper().valueToTree(order.recipient().address()));
        var patch = JsonNodeFactory.instance.objectNode().set("shippingAddress", body.shippingAddress());
        return json.read(MergePatch.apply(current, patch), OrderPatch.Patched.class)
                .shippingAddress()
                .address();
    }

    /** The address was made of the version that was read: it must still be that one once the row is locked. */
    private Uni<Commanded> change(Order read, Actor actor, Address address) {
        return units.run(work ->
                commands.run(work, read.id(), actor, new ChangeAddress(address), locked -> requireSame(read, locked)));
    }

    private static void requireSame(Order read, Order locked) {
        if (locked.version() != read.version()) {
            throw new OvertakenException();
        }
    }

    private static RestResponse<OrderView> answer(Commanded outcome) {
        return switch (outcome) {
            case Commanded.Done(var order) -> OrderResource.tagged(RestResponse.Status.OK, order, OrderView.of(order));
            case Commanded.Unchanged(var order) ->
                OrderResource.tagged(RestResponse.Status.OK, order, OrderView.of(order));
            case Commanded.Refused(var order, var refusal) -> throw OrderProblems.refused(order, refusal);
            case Commanded.NotFound() -> throw Problems.notFound("order");
        };
    }
}
