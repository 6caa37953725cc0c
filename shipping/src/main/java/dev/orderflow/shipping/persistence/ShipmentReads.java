package dev.orderflow.shipping.persistence;

import dev.orderflow.messaging.transaction.SharedReads;
import dev.orderflow.shipping.domain.Shipment;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shipments as they are committed now, unlocked; calls to the carrier that begin together ask together. */
@Singleton
public final class ShipmentReads {

    private final SharedReads<UUID, Shipment> reads;

    @Inject
    ShipmentReads(Shipments shipments, Pool pool, Vertx vertx) {
        this.reads = new SharedReads<>(
                "shipments",
                vertx,
                orders -> shipments
                        .find(pool, orders)
                        .map(found ->
                                found.stream().collect(Collectors.toMap(Shipment::orderId, Function.identity()))));
    }

    public Uni<Optional<Shipment>> find(UUID order) {
        return reads.find(order);
    }
}
