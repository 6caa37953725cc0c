package dev.orderflow.order.api;

import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.order.application.EraseCustomer;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What an operator may do to a customer. */
@Path("/customers/{id}")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "admin")
public class CustomerResource {

    private final UnitsOfWork units;
    private final EraseCustomer customers;
    private final Caller caller;

    @Inject
    CustomerResource(UnitsOfWork units, EraseCustomer customers, Caller caller) {
        this.units = units;
        this.customers = customers;
        this.caller = caller;
    }

    @DELETE
    @Operation(
            operationId = "eraseCustomer",
            summary = "Erase a customer's personal data everywhere",
            description =
                    "Addresses, contacts and payment tokens go; orders, sums and stock stay. A repeated call changes"
                            + " nothing more.")
    @APIResponse(responseCode = "202", description = "Gone here; the other services follow")
    @APIResponse(responseCode = "409", description = "customer-has-open-orders")
    public Uni<RestResponse<Void>> erase(@PathParam("id") String customerId) {
        var operator = Actors.of(caller);
        return units.run(work -> customers.run(work, customerId, operator))
                .invoke(CustomerResource::requireNone)
                .replaceWith(RestResponse.accepted());
    }

    private static void requireNone(List<UUID> open) {
        if (!open.isEmpty()) {
            throw CustomerProblems.hasOpenOrders(open);
        }
    }
}
