package dev.orderflow.inventory.persistence;

import dev.orderflow.inventory.domain.Stock;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Stocks as requests read them: committed, not locked. */
@ApplicationScoped
public class Stocks implements PanacheRepositoryBase<StockEntity, String> {

    @WithSession
    public Uni<Optional<Stock>> stock(String sku) {
        return findById(sku).map(found -> Optional.ofNullable(found).map(StockEntity::toStock));
    }
}
