package dev.orderflow.order.api;

import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.persistence.OrderFilter;
import dev.orderflow.order.persistence.OrderFilter.After;
import dev.orderflow.order.persistence.OrderQueries;
import dev.orderflow.platform.http.Parameters;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.paging.Cursor;
import dev.orderflow.platform.paging.Page;
import dev.orderflow.platform.paging.PageRequest;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists a customer's own orders, or anybody's to an operator. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@PrivateData
@Tag(name = "orders")
public class OrderListResource {

    private final OrderQueries orders;
    private final Caller caller;

    @Inject
    OrderListResource(OrderQueries orders, Caller caller) {
        this.orders = orders;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listOrders", summary = "Orders, newest first")
    @APIResponse(responseCode = "200", description = "A page; \"next\" is the address of the one after it")
    public Uni<Page<OrderView>> list(@BeanParam OrderListQuery query, @Context UriInfo request) {
        var page = PageRequest.of(query.cursor, query.limit);
        return orders.list(filter(query, page), page.rows())
                .map(rows -> Page.of(rows, page, request, order -> Cursor.of(order.createdAt(), order.id()))
                        .map(OrderView::of));
    }

    private OrderFilter filter(OrderListQuery query, PageRequest page) {
        return new OrderFilter(
                whose(Texts.given(query.customerId)),
                Parameters.oneOf("status", query.status, OrderStatus.class).orElse(null),
                Parameters.instant("from", query.from).orElse(null),
                Parameters.instant("to", query.to).orElse(null),
                page.cursor().map(OrderListResource::after).orElse(null));
    }

    /** A customer who names another is told so: an ignored parameter would answer a question that nobody asked. */
    private String whose(String customerId) {
        if (caller.isOperator()) {
            return customerId;
        }
        if (customerId != null && !customerId.equals(caller.subject())) {
            throw Problems.FORBIDDEN.because("Only an operator may list another customer's orders");
        }
        return caller.subject();
    }

    private static After after(Cursor cursor) {
        return new After(cursor.instant(0), cursor.uuid(1));
    }
}
