package dev.orderflow.client;

import dev.orderflow.client.model.Address;
import dev.orderflow.client.model.AddressPatch;
import dev.orderflow.client.model.BatchEntry;
import dev.orderflow.client.model.NewOrder;
import dev.orderflow.client.model.Order;
import dev.orderflow.client.model.OrderFilter;
import dev.orderflow.client.model.OrderPatch;
import dev.orderflow.client.model.Reason;
import dev.orderflow.client.model.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A customer's orders. */
public final class Orders {

    private final Calls calls;

    Orders(Calls calls) {
        this.calls = calls;
    }

    /** Refused with {@code out-of-stock}, {@code price-changed}, {@code unknown-product}, {@code product-inactive}. */
    public Call<Order> place(NewOrder order) {
        return calls.of(
                Operations.PLACE_ORDER, Request.of(Operations.PLACE_ORDER).body(order));
    }

    /** 1 to 100 orders, each on its own: the answer says in the same order what became of each. */
    public Call<List<BatchEntry>> place(List<NewOrder> orders) {
        return calls.of(
                Operations.PLACE_ORDERS, Request.of(Operations.PLACE_ORDERS).body(List.copyOf(orders)));
    }

    public Call<Order> get(UUID id) {
        return calls.of(Operations.GET_ORDER, about(Operations.GET_ORDER, id));
    }

    /** As it was in its version of this number. */
    public Call<Order> getVersion(UUID id, long version) {
        return calls.of(Operations.GET_ORDER, about(Operations.GET_ORDER, id).query("version", version));
    }

    /** As it was at this time. */
    public Call<Order> getAsOf(UUID id, Instant time) {
        return calls.of(Operations.GET_ORDER, about(Operations.GET_ORDER, id).query("asOf", time));
    }

    /** Empty if it is still what had this entity tag. */
    public Call<Optional<Order>> getIfChanged(UUID id, String etag) {
        return calls.ifChanged(Operations.GET_ORDER, about(Operations.GET_ORDER, id), etag);
    }

    /** The caller's, newest first. */
    public Listing<Order> list() {
        return list(OrderFilter.all());
    }

    /** Newest first. */
    public Listing<Order> list(OrderFilter filter) {
        var request = Request.of(Operations.LIST_ORDERS)
                .query("status", filter.status())
                .query("from", filter.from())
                .query("to", filter.to())
                .query("customerId", filter.customerId());
        return calls.list(Operations.LIST_ORDERS, request);
    }

    /**
     * Until it is CONFIRMED. Refused with 412 {@code precondition-failed} if it is no longer what had the entity tag.
     *
     * @param etag from {@link Answer#etag}; {@code *} for whatever it is by now
     */
    public Call<Order> changeAddress(UUID id, String etag, Address address) {
        var request = about(Operations.CHANGE_ORDER, id)
                .header("If-Match", etag)
                .body(new OrderPatch(AddressPatch.to(address)));
        return calls.of(Operations.CHANGE_ORDER, request);
    }

    /** Begins to undo it. Refused with {@code not-cancellable} once it is SHIPPED. */
    public Call<Order> cancel(UUID id) {
        return calls.of(Operations.CANCEL_ORDER, about(Operations.CANCEL_ORDER, id));
    }

    public Call<Order> cancel(UUID id, String reason) {
        return calls.of(
                Operations.CANCEL_ORDER, about(Operations.CANCEL_ORDER, id).body(new Reason(reason)));
    }

    /** Sends it back. Refused with {@code not-returnable} unless it is DELIVERED. */
    public Call<Order> giveBack(UUID id) {
        return calls.of(Operations.RETURN_ORDER, about(Operations.RETURN_ORDER, id));
    }

    public Call<Order> giveBack(UUID id, String reason) {
        return calls.of(
                Operations.RETURN_ORDER, about(Operations.RETURN_ORDER, id).body(new Reason(reason)));
    }

    /** Everything that has happened to it, in order. */
    public Call<List<TimelineEntry>> timeline(UUID id) {
        return calls.of(Operations.GET_TIMELINE, about(Operations.GET_TIMELINE, id));
    }

    /** Everything that has happened to it and will happen. See {@link #eventsAfter}. */
    public Stream<TimelineEntry> events(UUID id) {
        return eventsAfter(id, 0);
    }

    /**
     * What happens to an order behind this version, as it happens: in order, none missing, none twice. A connection that
     * breaks is made anew. The stream ends when nothing can follow, and with an {@link OrderflowException} when the order
     * can't be read any more, or not for as long as a call is tried. Close it to leave earlier.
     *
     * @param version 0 for all of it
     */
    public Stream<TimelineEntry> eventsAfter(UUID id, long version) {
        return calls.stream(about(Operations.STREAM_EVENTS, id), version, TimelineEntry.class);
    }

    private static Request about(Operation<?> operation, UUID id) {
        return Request.of(operation).path("id", id);
    }
}
