package dev.orderflow.order.api;

import dev.orderflow.order.application.HistoryGoneException;
import dev.orderflow.order.application.OrderHistory;
import dev.orderflow.order.application.TimelineEntry;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.live.LiveOrders;
import dev.orderflow.order.live.OrderStream;
import dev.orderflow.order.live.Reader;
import dev.orderflow.order.persistence.OrderQueries;
import dev.orderflow.platform.http.ETags;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Shows one order to its customer and to operators. To anybody else there is no such order. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@PrivateData
@Tag(name = "orders")
public class OrderResource {

    private final OrderQueries orders;
    private final OrderHistory history;
    private final LiveOrders live;
    private final Caller caller;

    @Inject
    OrderResource(OrderQueries orders, OrderHistory history, LiveOrders live, Caller caller) {
        this.orders = orders;
        this.history = history;
        this.live = live;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getOrder",
            summary = "An order as it is now, or as it was",
            description = "A version that is over has all that it had, but for its deadline.")
    @APIResponse(responseCode = "200", description = "The order; its ETag changes with its version")
    @APIResponse(responseCode = "304", description = "Still the version that If-None-Match names")
    @APIResponse(responseCode = "410", description = "history-gone")
    public Uni<RestResponse<OrderView>> get(
            @PathParam("id") UUID id,
            @QueryParam("version")
                    @Parameter(
                            description = "The version of this number",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    String version,
            @QueryParam("asOf")
                    @Parameter(
                            description =
                                    "The last version that there was at this time, its own time (updatedAt) included",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    String asOf,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        var moment = Moment.of(version, asOf);
        return visible(id)
                .chain(order -> moment.isNow() ? Uni.createFrom().item(order) : past(order, moment))
                .map(order -> isKnown(ifNoneMatch, order)
                        ? tagged(Status.NOT_MODIFIED, order, null)
                        : tagged(Status.OK, order, OrderView.of(order)));
    }

    @GET
    @Path("/{id}/timeline")
    @Operation(operationId = "getTimeline", summary = "Everything that happened to an order, in order")
    @APIResponse(responseCode = "200", description = "One entry per version, oldest first")
    @APIResponse(responseCode = "410", description = "history-gone")
    public Uni<List<TimelineEntry>> timeline(@PathParam("id") UUID id) {
        return kept(visible(id).chain(order -> history.timeline(order.id())));
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamEvents",
            summary = "The timeline so far, and then each entry as it happens",
            description = "Server-sent events: \"id\" is the order's version, \"event\" the entry's event, \"data\" the"
                    + " entry as in the timeline. Takes a ticket in the place of a token. Comments keep it alive; it ends"
                    + " with the order's last event, after an hour, or with the token.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example = LastEventId.EXAMPLE))
    @APIResponse(responseCode = "204", description = "Nothing follows what the reader knows: do not reconnect")
    @APIResponse(responseCode = "410", description = "history-gone")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    @Parameter(
            name = "ticket",
            in = ParameterIn.QUERY,
            description = "From POST /tickets, instead of a token",
            schema = @Schema(type = SchemaType.STRING))
    public Uni<RestResponse<OrderStream>> events(
            @PathParam("id") UUID id,
            @HeaderParam(LastEventId.HEADER)
                    @Parameter(
                            description = "Resumes behind this version",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                    String lastEventId,
            @QueryParam(LastEventId.PARAMETER)
                    @Parameter(
                            description = "The same, for a reader that can't send the header; the header counts",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                    String resumeBehind,
            @Context RoutingContext request) {
        var told = LastEventId.of(lastEventId, resumeBehind);
        var reader = new Reader(caller.subject(), caller.expiresAt());
        return visible(id).chain(order -> events(order, LastEventId.within(told, order.version()), reader, request));
    }

    private Uni<RestResponse<OrderStream>> events(Order order, long seen, Reader reader, RoutingContext request) {
        return order.status().isSettled() && seen == order.version()
                ? Uni.createFrom().item(RestResponse.noContent())
                : kept(history.timeline(order.id()))
                        .map(timeline -> streamed(live.open(reader, order, seen, timeline, request)));
    }

    /** A proxy that gathers an answer before it passes it on would make a stream of it that is not live. */
    private static RestResponse<OrderStream> streamed(OrderStream stream) {
        return ResponseBuilder.ok(stream, MediaType.SERVER_SENT_EVENTS)
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** Erasing makes no version: what a client has of an erased order it must not keep. */
    private static boolean isKnown(String ifNoneMatch, Order order) {
        return order.recipient().address() != null && ETags.notModified(ifNoneMatch, order.version());
    }

    /** What is over has no deadline: the journal keeps none, and the configuration may have changed since. */
    private Uni<Order> past(Order now, Moment moment) {
        var found = moment.asOf().isPresent()
                ? history.asOf(now.id(), moment.asOf().get())
                : history.atVersion(now.id(), moment.version().getAsLong());
        return kept(found.map(order -> order.orElseThrow(() -> Problems.notFound("version of the order"))))
                .map(then -> then.version() == now.version()
                        ? then.until(now.progress().deadline())
                        : then);
    }

    private static <T> Uni<T> kept(Uni<T> told) {
        return told.onFailure(HistoryGoneException.class).transform(gone -> OrderProblems.historyGone());
    }

    private Uni<Order> visible(UUID id) {
        var actor = Actors.of(caller);
        return orders.find(id)
                .map(found -> found.filter(order -> actor.maySee(order.customerId()))
                        .orElseThrow(() -> Problems.notFound("order")));
    }

    static RestResponse<OrderView> tagged(Status status, Order order, OrderView body) {
        return ResponseBuilder.create(status, body)
                .header(HttpHeaders.ETAG, ETags.of(order.version()))
                .build();
    }
}
