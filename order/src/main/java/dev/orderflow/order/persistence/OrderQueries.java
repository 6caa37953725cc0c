package dev.orderflow.order.persistence;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.persistence.OrderFilter.After;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is read without changing anything. Sees what is committed. */
@ApplicationScoped
public class OrderQueries {

    private static final Sort NEWEST_FIRST = Sort.descending("createdAt", "id");

    private final OrderRepository orders;
    private final OrderRows rows;

    @Inject
    OrderQueries(OrderRepository orders, OrderRows rows) {
        this.orders = orders;
        this.rows = rows;
    }

    @WithSession
    public Uni<Optional<Order>> find(UUID id) {
        return orders.findById(id).map(row -> Optional.ofNullable(row).map(rows::order));
    }

    /** Newest first, at most {@code limit}. */
    @WithSession
    public Uni<List<Order>> list(OrderFilter filter, int limit) {
        var where = new ArrayList<String>();
        var values = new Parameters();
        restrict(where, values, "customerId = :customer", "customer", filter.customerId());
        restrict(where, values, "createdAt >= :from", "from", time(filter.from()));
        restrict(where, values, "createdAt < :to", "to", time(filter.to()));
        if (filter.status() != null) {
            where.add(in(filter.status()));
        }
        if (filter.after() != null) {
            where.add(behind("createdAt", '<', filter.after(), values));
        }
        var query = where.isEmpty() ? "true = true" : String.join(" and ", where);
        return page(query, NEWEST_FIRST, values, limit);
    }

    /**
     * Sagas that an operator has to look at, the longest wait first.
     *
     * @param after since when the last one of the page before waits, and its id; null for the first page
     */
    @WithSession
    public Uni<List<Order>> stuck(After after, int limit) {
        return waiting("stuck = true", "since", after, limit);
    }

    /**
     * Sagas that wait for somebody and may still go on by themselves, the next deadline first.
     *
     * @param after the deadline of the last one of the page before, and its id; null for the first page
     */
    @WithSession
    public Uni<List<Order>> active(After after, int limit) {
        return waiting("deadline is not null", "deadline", after, limit);
    }

    private Uni<List<Order>> waiting(String which, String time, After after, int limit) {
        var values = new Parameters();
        var query = which;
        if (after != null) {
            query += " and " + behind(time, '>', after, values);
        }
        return page(query, Sort.ascending(time, "id"), values, limit);
    }

    /** Said as it is, not as a parameter: the index by status leaves out the one that most orders have. */
    private static String in(OrderStatus status) {
        return "status = " + status.name();
    }

    /** The first half is where an index can begin; the second leaves out the others of that moment. */
    private static String behind(String time, char way, After after, Parameters values) {
        values.and("at", time(after.at())).and("id", after.id());
        return "%1$s %2$s= :at and (%1$s %2$s :at or id %2$s :id)".formatted(time, way);
    }

    private Uni<List<Order>> page(String query, Sort sort, Parameters values, int limit) {
        return orders.find(query, sort, values)
                .range(0, limit - 1)
                .list()
                .map(found -> found.stream().map(rows::order).toList());
    }

    private static void restrict(List<String> where, Parameters values, String clause, String name, Object value) {
        if (value != null) {
            where.add(clause);
            values.and(name, value);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Reads only; see {@link OrderStore} for what writes. */
    @ApplicationScoped
    static class OrderRepository implements PanacheRepositoryBase<OrderEntity, UUID> {}
}
