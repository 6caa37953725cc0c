package dev.orderflow.order.messaging;

import dev.orderflow.contracts.product.ProductChanged;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import dev.orderflow.order.persistence.ProductStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;

/** Keeps the product copy. By version, not by inbox: read twice, in any order, the topic makes the same copy. */
final class ProductHandler implements EventHandler<ProductChanges> {

    private static final String STALE = "stale";

    private final ProductStore store;

    ProductHandler(ProductStore store) {
        this.store = store;
    }

    @Override
    public Set<Class<?>> handles() {
        return Set.of(ProductChanged.class);
    }

    @Override
    public Set<Class<?>> leaves() {
        return Set.of();
    }

    @Override
    public boolean oncePerEvent() {
        return false;
    }

    /** Loads nothing: the one statement that writes compares versions itself. */
    @Override
    public Uni<ProductChanges> load(SqlConnection sql, List<Delivery> events) {
        return Uni.createFrom().item(ProductChanges::new);
    }

    @Override
    public Decision decide(ProductChanges changes, Delivery event) {
        return changes.add((ProductChanged) event.payload()) ? Decision.applied() : Decision.ignored(STALE);
    }

    @Override
    public Uni<Void> store(SqlConnection sql, ProductChanges changes) {
        return store.apply(sql, changes.newest());
    }
}
