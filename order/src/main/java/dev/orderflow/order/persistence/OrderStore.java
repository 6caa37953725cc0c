package dev.orderflow.order.persistence;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.order.domain.Order;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Orders of one transaction, a statement for any number of them. Rows are locked in id order by everybody, so that two
 * batches never wait for each other.
 */
@Singleton
public final class OrderStore {

    private static final String LOCK =
            "SELECT " + OrderEntity.COLUMNS + " FROM orders WHERE id = ANY($1) ORDER BY id FOR UPDATE";

    /** Skips what another replica or a consumer holds: whoever holds it may be about to end the wait. */
    private static final String LOCK_OVERDUE = "SELECT " + OrderEntity.COLUMNS
            + " FROM orders WHERE deadline <= $1 AND id <> ALL($3) ORDER BY deadline LIMIT $2 FOR UPDATE SKIP LOCKED";

    private static final String OVERDUE =
            "SELECT id FROM orders WHERE deadline <= $1 AND id <> ALL($3) ORDER BY deadline LIMIT $2";

    private static final String LOCK_ONE_OVERDUE =
            "SELECT " + OrderEntity.COLUMNS + " FROM orders WHERE id = $2 AND deadline <= $1 FOR UPDATE SKIP LOCKED";

    private final OrderRows rows;
    private final OrderParameters parameters;

    @Inject
    OrderStore(OrderRows rows, OrderParameters parameters) {
        this.rows = rows;
        this.parameters = parameters;
    }

    /** What is not there is not in the map. */
    public Uni<Map<UUID, Order>> lock(SqlConnection sql, Collection<UUID> ids) {
        return sql.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(ids.stream().distinct().toArray(UUID[]::new)))
                .map(this::orders)
                .map(found -> found.stream().collect(toMap(Order::id, Function.identity())));
    }

    /** The orders that have waited longest beyond their deadline, without those that are to be left out. */
    public Uni<List<Order>> lockOverdue(SqlConnection sql, Instant now, int limit, UUID[] leftOut) {
        return sql.preparedQuery(LOCK_OVERDUE)
                .execute(overdue(now, limit, leftOut))
                .map(this::orders);
    }

    /** The same ones by their ids, not locked. */
    public Uni<List<UUID>> overdue(SqlConnection sql, Instant now, int limit, UUID[] leftOut) {
        return sql.preparedQuery(OVERDUE)
                .execute(overdue(now, limit, leftOut))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    /** One of them; empty if somebody holds it, or has ended its wait. */
    public Uni<List<Order>> lockOverdue(SqlConnection sql, Instant now, UUID order) {
        return sql.preparedQuery(LOCK_ONE_OVERDUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), order))
                .map(this::orders);
    }

    private static Tuple overdue(Instant now, int limit, UUID[] leftOut) {
        return Tuple.of(now.atOffset(ZoneOffset.UTC), limit).addArrayOfUUID(leftOut);
    }

    /**
     * New orders; whoever appends their first events has their rows by then.
     *
     * @return whether all of them were taken: not one whose customer was erased since it got its id
     */
    public Uni<Boolean> insert(SqlConnection sql, List<Order> orders) {
        return sql.preparedQuery(OrderParameters.INSERT)
                .execute(parameters.inserting(orders))
                .map(inserted -> inserted.rowCount() == orders.size());
    }

    /** What may change of locked orders. */
    public Uni<Void> update(SqlConnection sql, Collection<Order> orders) {
        return orders.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(OrderParameters.UPDATE)
                        .execute(parameters.updating(List.copyOf(orders)))
                        .replaceWithVoid();
    }

    private List<Order> orders(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false)
                .map(OrderEntity::from)
                .map(rows::order)
                .toList();
    }
}
