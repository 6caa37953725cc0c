package dev.orderflow.order.persistence;

import dev.orderflow.order.domain.OrderStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** How far orders have come. */
@Singleton
public final class OrderHeads {

    /** An order's newest version, and whether nothing is waited for in it. */
    public record Head(UUID orderId, long version, boolean settled) {}

    private static final String BEYOND = """
            SELECT o.id, o.version, o.status FROM unnest($1::uuid[], $2::bigint[]) AS seen (id, version)
            JOIN orders o ON o.id = seen.id AND o.version > seen.version""";

    private final Pool pool;

    @Inject
    OrderHeads(Pool pool) {
        this.pool = pool;
    }

    /**
     * Those of the orders that are beyond the version that was seen: one look into the primary key for each.
     *
     * @param seen by order id
     */
    public Uni<List<Head>> beyond(Map<UUID, Long> seen) {
        var orders = List.copyOf(seen.keySet());
        return pool.preparedQuery(BEYOND)
                .execute(Tuple.of(
                        orders.toArray(UUID[]::new),
                        orders.stream().map(seen::get).toArray(Long[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OrderHeads::head)
                        .toList());
    }

    private static Head head(Row row) {
        var status = OrderStatus.valueOf(row.getString("status"));
        return new Head(row.getUUID("id"), row.getLong("version"), status.isSettled());
    }
}
