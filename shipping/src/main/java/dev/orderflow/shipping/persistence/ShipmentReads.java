package dev.orderflow.shipping.persistence;

import dev.orderflow.messaging.transaction.Batcher;
import dev.orderflow.shipping.domain.Shipment;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shipments as they are committed now, unlocked; calls to the carrier that begin together ask together. */
@Singleton
public final class ShipmentReads {

    /** A call that is not begun by then is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Shipments shipments;
    private final Batcher<UUID, Optional<Shipment>> lookup;

    @Inject
    ShipmentReads(Shipments shipments, Pool pool, Vertx vertx) {
        this.shipments = shipments;
        this.lookup = new Batcher<>(vertx, PATIENCE, orders -> pool.withConnection(sql -> find(sql, orders)));
    }

    public Uni<Optional<Shipment>> find(UUID order) {
        return lookup.ask(order);
    }

    private Uni<List<Optional<Shipment>>> find(SqlConnection sql, List<UUID> orders) {
        return shipments.find(sql, orders).map(found -> {
            Map<UUID, Shipment> byOrder =
                    found.stream().collect(Collectors.toMap(Shipment::orderId, Function.identity()));
            return orders.stream()
                    .map(order -> Optional.ofNullable(byOrder.get(order)))
                    .toList();
        });
    }
}
